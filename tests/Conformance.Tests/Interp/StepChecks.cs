using System.Globalization;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Functions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Answers the questions of a <c>then</c> list, in order, about one visit; <c>execute-again</c> goes on to the next.</summary>
internal sealed class StepChecks(IReadOnlyList<Visit> visits, VirtualOutcome outcome, JsonObject given)
{
    private int at;

    /// <summary>The state of the first visit.</summary>
    public string First => visits[0].Name;

    private Visit Current => visits[at];

    /// <summary>The attempt that follows the one looked at, if the state is tried again.</summary>
    private TaskRequest? NextAttempt =>
        outcome.Requests.FirstOrDefault(request => request.StateName == Current.Name && request.RetryCount == (given.Integer("retry_count") ?? 0) + 1);

    private string? Next => NextAttempt?.StateName ?? visits.ElementAtOrDefault(at + 1)?.Name;

    public IEnumerable<string> Check(Json check)
    {
        switch (check.Text("op"))
        {
            case "execute-again":
                at++;
                return [];
            case "next":
                return Same("next state", check.Text("value"), Next);
            case "ended":
                return Same("next state", expected: null, Next);
            case "succeeded":
                return Same("status", "Succeeded", outcome.Status.ToString());
            case "failed":
                return Same("status", "Failed", outcome.Status.ToString());
            case "error":
                return Same("error", check.Text("value"), outcome.Failure?.Error);
            case "cause":
                return Same("cause", check.Text("value"), outcome.Failure?.Cause);
            case "cause-contains":
                return outcome.Failure?.Cause?.Contains(check.Text("value")!, StringComparison.Ordinal) == true ? [] : [$"expected a cause with {check.Text("value")}, got {outcome.Failure}"];
            case "output" or "json-output":
                return Same("output", ((JsonObject)check)["value"]?.ToString(), Current.Output?.ToString(), Equals(((JsonObject)check)["value"], Current.Output));
            case "waited-seconds":
                return Same("seconds waited", check.Text("value"), (Current.Exited - Current.Entered)?.TotalSeconds.ToString(CultureInfo.InvariantCulture));
            case "waited-until":
                return Same("end of the wait", DateTimeOffset.Parse(check.Text("value")!).ToString("O"), Current.Exited?.ToOffset(DateTimeOffset.Parse(check.Text("value")!).Offset).ToString("O"));
            case "branch-input":
                return outcome.Requests.Where(request => !request.Input.Equals(((JsonObject)check)["value"])).Select(request => $"branch input: expected {((JsonObject)check)["value"]}, got {request.Input}");
            case { } op when op.StartsWith("path-", StringComparison.Ordinal):
                return CheckPath(op, (JsonObject)check);
            case var op:
                return [$"expected to know how to check '{op}'"];
        }
    }

    private IEnumerable<string> CheckPath(string op, JsonObject check)
    {
        var text = check.Text("path")!;
        var found = JsonPath.Parse(text.StartsWith('$') ? text : "$." + text).TryEvaluate(Root(check.Text("of")), out var value);
        return op switch
        {
            "path-missing" => Same(text, expected: null, found ? value!.ToString() : null),
            "path-equals-text" => Same(text, check.Text("text"), found ? PythonText.Str(value!) : null),
            "path-equals" => Same(text, check["value"]!.ToString(), value?.ToString(), check["value"]!.Equals(value)),
            "path-contains" => value is JsonArray list && list.Contains(check["value"]!) ? [] : [$"{text}: expected {check["value"]} in {value}"],
            "path-type" => Same(text, check.Text("type"), TypeOf(value)),
            _ => [$"expected to know how to check '{op}'"],
        };
    }

    private Json Root(string? of) => of switch
    {
        "variable" => Current.Variables.Aggregate(given.Object("variables") ?? JsonObject.Empty, (all, variable) => all.With(variable.Key, variable.Value)),
        "context" => JsonObject.Of(("State", JsonObject.Of(("Name", Json.Of(Current.Name)), ("RetryCount", Json.Of(NextAttempt?.RetryCount ?? 0))))),
        _ => Current.Output ?? Json.Null,
    };

    private static string? TypeOf(Json? value) => value switch
    {
        null => null,
        JsonString => "string",
        JsonNumber { IsInteger: true } => "int",
        JsonNumber => "float",
        JsonArray => "list",
        JsonObject => "dict",
        JsonBoolean => "bool",
        _ => "null",
    };

    private static IEnumerable<string> Same(string what, string? expected, string? actual) => Same(what, expected, actual, expected == actual);

    private static IEnumerable<string> Same(string what, string? expected, string? actual, bool same) =>
        same ? [] : [$"{what}: expected {expected ?? "none"}, got {actual ?? "none"}"];
}
