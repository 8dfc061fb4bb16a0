using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>JSONPath as the version that the service evaluates it like: <c>aws_like</c>.</summary>
public sealed class JsonPathScorer : IScorer
{
    /// <inheritdoc/>
    public string Corpus => "jsonpath";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("confidence") ?? "other"];

    /// <inheritdoc/>
    public Verdict Score(Case @case)
    {
        var expected = @case.Body.Object("aws_like")!;
        var isPath = JsonPath.TryParse(@case.Body.Text("selector")!, out var path, out var error);
        return Verdict.From([.. @case.Body["document"] is { } document
            ? Evaluated(expected, isPath ? path : null, error, document)
            : Parsed(expected, isPath ? path : null, error)]);
    }

    private static IEnumerable<string> Parsed(JsonObject expected, JsonPath? path, string? error)
    {
        var compiles = expected.IsTrue("compiles");
        if (compiles != path is not null)
        {
            yield return compiles ? $"expected a path, got: {error}" : $"expected a refusal ({expected.Text("error")} {expected.Text("message")}), got a path";
        }
        else if (path is not null && expected["definite"] is JsonBoolean definite && definite.Value != path.IsDefinite)
        {
            yield return $"expected {(definite.Value ? "a definite" : "an indefinite")} path, got the other";
        }
    }

    private static IEnumerable<string> Evaluated(JsonObject expected, JsonPath? path, string? error, Json document)
    {
        Json? value = null;
        PathMiss? miss = null;
        if (path is not null && !path.TryEvaluate(document, out value, out miss))
        {
            error = $"{miss.Kind}: {miss.Message}";
        }

        if (expected["result"] is { } result)
        {
            return value is null ? [$"expected {result}, got {error}"] : result.Equals(value) ? [] : [$"expected {result}, got {value}"];
        }

        return Failed(expected, path, value, miss, error);
    }

    private static IEnumerable<string> Failed(JsonObject expected, JsonPath? path, Json? value, PathMiss? miss, string? error)
    {
        var wanted = $"{expected.Text("error")} ({expected.Text("message")})";
        if (value is not null)
        {
            yield return $"expected {wanted}, got {value}";
        }
        else if (expected.Text("error") == "PathNotFound" && miss is not { Kind: PathMissKind.NotFound or PathMissKind.OutOfBounds })
        {
            yield return $"expected {wanted}, got {error}";
        }
        else if (expected.Text("error") == "InvalidPath" && path is not null)
        {
            yield return $"expected a refusal to read the path, {wanted}, got {error}";
        }
    }
}
