using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Comparing;

/// <summary>Compares histories: in order and with ids, unless branches may run at the same time; then as a heap.</summary>
public static class HistoryComparison
{
    private static readonly string[] WithinAHeap = ["id", "previousEventId", "timestamp"];

    /// <summary>The differences between the history that a case expects and one in AWS's shape.</summary>
    public static IReadOnlyList<string> Compare(JsonObject body, JsonArray expected, JsonArray actual)
    {
        var notes = body.Texts("history_notes").ToHashSet(StringComparer.Ordinal);
        expected = WithExitsOfMapRuns(expected);
        if (notes.Contains("parallel-normalised"))
        {
            return CompareHeaps(body, WithoutEndOfParallel(expected), WithoutEndOfParallel(actual));
        }

        return notes.Contains("concurrent") ? CompareHeaps(body, expected, actual) : CompareInOrder(body, expected, actual);
    }

    private static IReadOnlyList<string> CompareInOrder(JsonObject body, JsonArray expected, JsonArray actual)
    {
        var shared = Math.Min(expected.Count, actual.Count);
        var differences = new List<string>(Matcher.Compare(body, Json("history", expected.Take(shared)), Json("history", actual.Take(shared))));
        differences.AddRange(expected.Skip(shared).Select(missing => $"missing event {missing}"));
        differences.AddRange(actual.Skip(shared).Select(surplus => $"surplus event {surplus}"));
        return differences;
    }

    private static List<string> CompareHeaps(JsonObject body, IEnumerable<Json> expected, IEnumerable<Json> actual)
    {
        var left = actual.Select(WithoutPlace).ToList();
        var missing = new List<Json>();
        foreach (var wanted in expected.Select(WithoutPlace))
        {
            var found = left.FindIndex(candidate => new Matcher(body).Matches(wanted, candidate));
            if (found < 0)
            {
                missing.Add(wanted);
            }
            else
            {
                left.RemoveAt(found);
            }
        }

        return [.. missing.Select(e => $"missing event {e}"), .. left.Select(e => $"surplus event {e}")];
    }

    /// <summary>The exit of a DISTRIBUTED Map follows from the beginning of its Map Run; until June 2024 it followed from its success.</summary>
    private static JsonArray WithExitsOfMapRuns(JsonArray history)
    {
        var successes = history.Where(e => e.Text("type") == "MapRunSucceeded").ToDictionary(e => e.Integer("id")!.Value, e => e.Integer("previousEventId")!.Value);
        return JsonArray.Of(history.Select(e => e.Text("type") == "MapStateExited" && successes.TryGetValue(e.Integer("previousEventId")!.Value, out var beginning)
            ? ((JsonObject)e).With("previousEventId", StatesLanguage.Values.Json.Of(beginning))
            : e));
    }

    /// <summary>The test that sorted what lies between the beginning and the end of a Parallel dropped the event that ends it, whichever of the two it is.</summary>
    private static JsonArray WithoutEndOfParallel(JsonArray history) =>
        JsonArray.Of(history.Where(e => e.Text("type") is not ("ParallelStateSucceeded" or "ParallelStateFailed")));

    private static Json WithoutPlace(Json historyEvent) =>
        WithinAHeap.Aggregate((JsonObject)historyEvent, (rest, name) => rest.Without(name));

    private static JsonObject Json(string name, IEnumerable<Json> items) => JsonObject.Of((name, JsonArray.Of(items)));
}
