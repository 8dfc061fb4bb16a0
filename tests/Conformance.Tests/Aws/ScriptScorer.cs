using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.Conformance.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>Plays a recorded conversation with the API against a server of its own.</summary>
public static partial class ScriptScorer
{
    /// <summary>Longer than any execution here takes; one that goes on is waiting for something else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Plays and compares.</summary>
    public static Verdict Score(JsonObject body) => ScoreAsync(body, async filled => await InProcessServer.OpenAsync(filled)).GetAwaiter().GetResult();

    /// <summary>Plays against another kind of server, and compares.</summary>
    /// <param name="body">The case.</param>
    /// <param name="open">Opens a server for it, with its placeholders filled in.</param>
    public static async Task<Verdict> ScoreAsync(JsonObject body, Func<JsonObject, Task<IServer>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var filled = WithRecipes(Placeholders.Fill(body, Births.Moment));
        await using var server = await open(filled);
        return Missing(filled, server.Api) is { } missing
            ? new Verdict.NotApplicableYet(missing)
            : Verdict.From(await PlayAsync(filled, server));
    }

    /// <summary>A symbol that earlier responses make is replaced by its recipe, which is resolved as the script goes on.</summary>
    private static JsonObject WithRecipes(JsonObject filled)
    {
        var recipes = filled.Items("symbols").Where(symbol => symbol.Text("value") is null && symbol.Text("made_from") is not null).ToArray();
        var script = recipes.Aggregate(
            filled["script"]!.ToString(),
            (text, symbol) => text.Replace(Quoted(symbol.Text("placeholder")!), Quoted(symbol.Text("made_from")!), StringComparison.Ordinal));
        return filled.With("script", Json.Parse(script));
    }

    private static string Quoted(string text) => Json.Of(text).ToString()[1..^1];

    private static string? Missing(JsonObject filled, ApiSession api)
    {
        var steps = filled.Items("script").Where(step => !IsPreparation(step)).ToArray();
        if (steps.Select(step => step.Text("service")).FirstOrDefault(service => service is not (null or "stepfunctions")) is { } service)
        {
            return $"service {service}";
        }

        if (steps.Select(step => step.Text("call")).FirstOrDefault(call => call is not null && !api.Actions.Contains(call)) is { } action)
        {
            return $"action {action}";
        }

        return !ListChecks.AreKnown(steps) || steps.Any(step => step.Text("account") is not null || Reference().Replace(step.ToString(), "").Contains("${expr:", StringComparison.Ordinal))
            ? "values that the recorded test worked out in Python"
            : null;
    }

    /// <summary>Whether a step only makes, finds or deletes what needs no making here: a log has the name that the machine gives it, a queue is there when it is used.</summary>
    private static bool IsPreparation(Json step) => step.Text("service") is "logs" or "sqs" && step.Object("expect") is null && !step.IsTrue("fails");

    private static async Task<IReadOnlyList<string>> PlayAsync(JsonObject filled, IServer server)
    {
        var responses = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var steps = filled.Items("script");
        foreach (var step in steps.Cast<JsonObject>().Where(step => !IsPreparation(step) && step.Text("check") is null))
        {
            var resolved = (JsonObject)Resolve(step, responses);
            if (resolved.Text("wait") is { } condition)
            {
                await WaitAsync(condition, resolved, server);
                continue;
            }

            var answer = await CallAsync(resolved, server);
            responses[resolved.Text("n")!] = answer.Body;
            var differences = AnswerComparison.Compare(filled, resolved.Object("expect"), answer, resolved.IsTrue("fails"));
            if (differences.Count > 0)
            {
                // What follows builds on this step.
                return [.. differences.Select(difference => $"{resolved.Text("n")} {resolved.Text("call")}: {difference}")];
            }
        }

        return ListChecks.Compare(filled, steps, responses);
    }

    /// <summary>The answer to a step; that to one that asks for all pages has the items of all.</summary>
    private static async Task<ApiAnswer> CallAsync(JsonObject step, IServer server)
    {
        var parameters = step.Object("params") ?? JsonObject.Empty;
        var answer = await server.Api.CallAsync(step.Text("call")!, parameters);
        while (ListChecks.IsPaged(step) && !answer.IsError && answer.Body.Text("nextToken") is { } next)
        {
            var page = await server.Api.CallAsync(step.Text("call")!, parameters.With("nextToken", Json.Of(next)));
            answer = page.IsError ? page : page with { Body = JsonObject.Of(page.Body.Select(member => Continued(member, answer.Body))) };
        }

        return answer;
    }

    private static KeyValuePair<string, Json> Continued(KeyValuePair<string, Json> member, JsonObject before) => KeyValuePair.Create(
        member.Key,
        member.Value is JsonArray items && before[member.Key] is JsonArray earlier ? JsonArray.Of(earlier.Concat(items)) : member.Value);

    private static async Task WaitAsync(string condition, JsonObject step, IServer server)
    {
        // Lists are consistent here at once; an execution takes its time.
        if (!condition.StartsWith("execution_", StringComparison.Ordinal) || condition == "execution_started")
        {
            return;
        }

        var parameters = JsonObject.Of(("executionArn", Json.Of(step.Text("arn")!)));
        var deadline = DateTime.UtcNow + Patience;
        while ((await server.Api.CallAsync("DescribeExecution", parameters)).Body.Text("status") == "RUNNING" && DateTime.UtcNow < deadline)
        {
            await server.PassTimeAsync();
        }
    }

    private static Json Resolve(Json value, Dictionary<string, JsonObject> responses) => value switch
    {
        JsonString text => Json.Of(Reference().Replace(text.Value, match =>
            responses.GetValueOrDefault(match.Groups["step"].Value)?[match.Groups["member"].Value] is JsonString found
                ? match.Groups["cut"].Success ? found.Value[..^int.Parse(match.Groups["cut"].ValueSpan)] : found.Value
                : match.Value)),
        JsonArray list => JsonArray.Of(list.Select(item => Resolve(item, responses))),
        JsonObject o => JsonObject.Of(o.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, responses)))),
        _ => value,
    };

    [GeneratedRegex(@"\$\{(?:expr:)?(?<step>r[0-9]+)\.(?<member>[A-Za-z]+)(?:\[:-(?<cut>[0-9]+)\])?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
