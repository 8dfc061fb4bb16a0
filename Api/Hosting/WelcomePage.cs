using System.Net;

namespace TaskOrchestration.Api.Hosting;

/// <summary>What a person sees who opens the server in a browser.</summary>
internal static class WelcomePage
{
    /// <summary>The page.</summary>
    /// <param name="address">How the server was reached; it comes out of a request, so it is not to be trusted.</param>
    public static string For(string address)
    {
        var endpoint = WebUtility.HtmlEncode(address);
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Task orchestration</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.5rem; }
            pre { padding: 1rem; overflow-x: auto; border: 1px solid; border-radius: .4rem; }
            </style>
            </head>
            <body>
            <h1>Task orchestration</h1>
            <p>This server runs AWS Step Functions workflows. It answers the Step Functions API at <code>{{endpoint}}</code>,
            so the AWS CLI and every AWS SDK can talk to it:</p>
            <pre>aws stepfunctions list-state-machines --endpoint-url {{endpoint}}</pre>
            <p>Is it well? <a href="/health/live">live</a>, <a href="/health/ready">ready</a>.</p>
            </body>
            </html>
            """;
    }
}
