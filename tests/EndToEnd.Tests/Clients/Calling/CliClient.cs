using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>The AWS CLI, run once for each call.</summary>
/// <param name="endpoint">Where the server is.</param>
/// <param name="environment">What is set for it, its credentials above all.</param>
public sealed partial class CliClient(Uri endpoint, IReadOnlyDictionary<string, string> environment) : IClient
{
    /// <inheritdoc/>
    public async Task<CallOutcome> CallAsync(string action, JsonObject request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] call = ["stepfunctions", CommandOf(action), "--cli-input-json", request.ToString(), "--endpoint-url", endpoint.ToString(), "--output", "json"];
        var outcome = await Tool.Aws.RunAsync(call, environment);
        if (outcome.Errors.Contains("//sync-", StringComparison.Ordinal))
        {
            // A CLI too old to know the setting: it reaches the name that it makes up by way of a proxy, and the server can be that proxy.
            outcome = await Tool.Aws.RunAsync(call, new Dictionary<string, string>(environment) { ["HTTP_PROXY"] = endpoint.ToString() });
        }

        return outcome.ExitCode == 0 ? AnswerIn(outcome.Output) : RefusalIn(outcome);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Every call was a process of its own, which has ended.
    }

    private static string CommandOf(string action) => Words().Replace(action, "-$0").ToLowerInvariant();

    private static CallOutcome.Answered AnswerIn(string output) =>
        new(output.Trim().Length == 0 ? JsonObject.Empty : (JsonObject)Json.Parse(Moments().Replace(output, "\"<moment>\"")));

    private static CallOutcome.Refused RefusalIn(ToolOutcome outcome)
    {
        var error = Errors().Match(outcome.Errors);
        return error.Success
            ? new CallOutcome.Refused(error.Groups["name"].Value, error.Groups["message"].Value, IsTyped: true, JsonObject.Empty)
            : throw new InvalidOperationException($"Exit code {outcome.ExitCode}: {outcome.Errors}");
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Words();

    // What the CLI takes for a moment it writes with its zone.
    [GeneratedRegex("\"\\d{4}-\\d{2}-\\d{2}T[0-9:.]+[+-]\\d{2}:\\d{2}\"", RegexOptions.None, 1000)]
    private static partial Regex Moments();

    [GeneratedRegex(@"An error occurred \((?<name>\w+)\) when calling the \w+ operation(?: \(reached max retries: \d+\))?: (?<message>.*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Errors();
}
