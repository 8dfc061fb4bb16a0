using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>What an expression came to, beside what the case expects.</summary>
public static class JsonataComparison
{
    /// <summary>The differences.</summary>
    /// <param name="expected">What the case expects.</param>
    /// <param name="result">What it came to; null if the text is not read as an expression.</param>
    /// <param name="error">The error, of reading or of evaluating.</param>
    /// <param name="isUnordered">Whether the items of a list may come in any order.</param>
    public static IEnumerable<string> Differences(JsonObject expected, JsonataResult? result, JsonataError? error, bool isUnordered)
    {
        var got = Describe(result ?? default, error);
        if (expected["result"] is { } value)
        {
            return error is null && result?.Value is { } there && AreAlike(value, there, isUnordered) ? [] : [$"expected {value}, got {got}"];
        }

        if (expected.IsTrue("undefinedResult"))
        {
            return result is { IsUndefined: true } ? [] : [$"expected undefined, got {got}"];
        }

        if (expected.Text("result_kind") is { } kind)
        {
            return IsOfKind(kind, expected.Text("text"), result) ? [] : [$"expected a {kind} {expected.Text("text")}, got {got}"];
        }

        return FailureDifferences(expected, result, error, got);
    }

    private static IEnumerable<string> FailureDifferences(JsonObject expected, JsonataResult? result, JsonataError? error, string got)
    {
        if (expected.IsTrue("error_without_code"))
        {
            return error is not null ? [] : [$"expected an error, got {got}"];
        }

        var wanted = expected.Object("error") ?? expected;
        return IsError(wanted, result is null, error ?? AsFailureOfState(wanted, result)) ? [] : [$"expected {wanted}, got {got}"];
    }

    /// <summary>An undefined result as the state that the expression is in fails with it, for the cases that were recorded there.</summary>
    private static JsonataError? AsFailureOfState(JsonObject wanted, JsonataResult? result) =>
        result is { IsUndefined: true } && wanted.Text("name") is not null ? new JsonataError(null, "returned nothing (undefined).", 0) : null;

    private static bool IsError(JsonObject wanted, bool isSyntax, JsonataError? error) =>
        error is not null
        && (wanted.Text("code") is not { } code || code == error.Code)
        && (wanted.Text("token") is not { } token || !isSyntax || token == error.Token)
        && (wanted.Text("message") is not { } message || message == error.Message)
        && (wanted.Text("message_part") is not { } part || error.Message.Contains(part, StringComparison.Ordinal))
        && (wanted.Integer("position") is not { } position || position == error.Position)
        && (wanted.Text("name") is not { } name || name == "States.QueryEvaluationError");

    private static bool IsOfKind(string kind, string? text, JsonataResult? result) => kind == "function"
        ? result is { IsFunction: true }
        : result is { IsNonFiniteNumber: true } && (result.Value.Value as JsonString)?.Value == text;

    private static bool AreAlike(Json expected, Json value, bool isUnordered)
    {
        if (!isUnordered || expected is not JsonArray wanted || value is not JsonArray there)
        {
            return expected.Equals(value);
        }

        var left = there.ToList();
        return wanted.Count == left.Count && wanted.All(left.Remove);
    }

    private static string Describe(JsonataResult result, JsonataError? error) =>
        error is not null ? $"{error} at {error.Position} ({error.Token})" : result.IsFunction ? "a function" : result.Value?.ToString() ?? "undefined";
}
