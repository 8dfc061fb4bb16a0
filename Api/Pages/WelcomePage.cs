using System.Net;

namespace TaskOrchestration.Api.Pages;

/// <summary>What a person sees who opens a server in a browser that has no console.</summary>
internal static class WelcomePage
{
    /// <summary>The page.</summary>
    /// <param name="address">How the server was reached; it comes out of a request, so it is not to be trusted.</param>
    /// <param name="isBuilding">Whether the console is being built; the page then looks again by itself.</param>
    public static string For(string address, bool isBuilding)
    {
        var (title, text) = isBuilding
            ? ("The console is being built", "It takes a minute or so the first time. This page opens it as soon as it is there; everything else works already.")
            : ("The console has not been built", "Building it needs Node 20.19 or later. Install it, then run <code>eng/build-console</code> in the repository, or start the server with <code>./run</code>, and load this page again. Everything else works without.");
        var again = isBuilding ? "<meta http-equiv=\"refresh\" content=\"3\">" : "";
        var endpoint = WebUtility.HtmlEncode(address);
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {{again}}
            <title>Task orchestration</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.5rem; }
            pre { padding: 1rem; overflow-x: auto; border: 1px solid; border-radius: .4rem; }
            </style>
            </head>
            <body>
            <h1>Task orchestration</h1>
            <h2>{{title}}</h2>
            <p>{{text}}</p>
            <p>This server runs AWS Step Functions workflows. It answers the Step Functions API at <code>{{endpoint}}</code>,
            so the AWS CLI and every AWS SDK can talk to it:</p>
            <pre>aws stepfunctions list-state-machines --endpoint-url {{endpoint}}</pre>
            <p>Is it well? <a href="/health/live">live</a>, <a href="/health/ready">ready</a>.</p>
            </body>
            </html>
            """;
    }
}
