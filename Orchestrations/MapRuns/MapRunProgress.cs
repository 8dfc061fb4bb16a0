using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>What changes about a Map Run from turn to turn, as JSON that a store can keep.</summary>
public static class MapRunProgress
{
    /// <summary>The progress of a Map Run. Its request, its status and its outcome are no part of it.</summary>
    public static JsonObject Of(MapRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new JsonObjectBuilder(10)
            .Set("maxConcurrency", Json.Of(run.MaxConcurrency))
            .SetIfPresent("toleratedFailureCount", run.Tolerance.Count is { } count ? Json.Of(count) : null)
            .SetIfPresent("toleratedFailurePercentage", run.Tolerance.Percentage is { } percentage ? Json.Of(percentage) : null)
            .Set("position", Json.Of(run.Position))
            .Set("items", Counts(run.Tally.Items))
            .Set("executions", Counts(run.Tally.Executions))
            .Set("isComplete", Json.Of(run.Tally.IsComplete))
            .Set("redriveCount", Json.Of(run.RedriveCount))
            .SetIfPresent("redriveDate", run.RedriveDate is { } redriven ? Json.Of(redriven.ToUnixTimeMilliseconds()) : null)
            .Build();
    }

    /// <summary>A Map Run with the progress that was kept.</summary>
    public static MapRun Read(MapRun run, JsonObject progress)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        return run with
        {
            MaxConcurrency = Whole(progress, "maxConcurrency"),
            Tolerance = new MapRunTolerance(
                progress.Contains("toleratedFailureCount") ? Whole(progress, "toleratedFailureCount") : null,
                (progress["toleratedFailurePercentage"] as JsonNumber)?.Value),
            Position = Whole(progress, "position"),
            Tally = new MapRunTally(Counts(progress["items"]), Counts(progress["executions"]), progress["isComplete"] is JsonBoolean { Value: true }),
            RedriveCount = (int)Whole(progress, "redriveCount"),
            RedriveDate = progress.Contains("redriveDate") ? DateTimeOffset.FromUnixTimeMilliseconds(Whole(progress, "redriveDate")) : null,
        };
    }

    private static JsonObject Counts(MapRunCounts counts) => JsonObject.Of(
        ("pending", Json.Of(counts.Pending)),
        ("running", Json.Of(counts.Running)),
        ("succeeded", Json.Of(counts.Succeeded)),
        ("failed", Json.Of(counts.Failed)),
        ("timedOut", Json.Of(counts.TimedOut)),
        ("aborted", Json.Of(counts.Aborted)),
        ("resultsWritten", Json.Of(counts.ResultsWritten)),
        ("failuresNotRedrivable", Json.Of(counts.FailuresNotRedrivable)),
        ("pendingRedrive", Json.Of(counts.PendingRedrive)));

    private static MapRunCounts Counts(Json? json)
    {
        var counts = json as JsonObject ?? JsonObject.Empty;
        return new MapRunCounts
        {
            Pending = Whole(counts, "pending"),
            Running = Whole(counts, "running"),
            Succeeded = Whole(counts, "succeeded"),
            Failed = Whole(counts, "failed"),
            TimedOut = Whole(counts, "timedOut"),
            Aborted = Whole(counts, "aborted"),
            ResultsWritten = Whole(counts, "resultsWritten"),
            FailuresNotRedrivable = Whole(counts, "failuresNotRedrivable"),
            PendingRedrive = Whole(counts, "pendingRedrive"),
        };
    }

    private static long Whole(JsonObject json, string name) => json[name] is JsonNumber number && number.TryGetInteger(out var whole)
        ? whole
        : throw new FormatException($"expected the progress of a Map Run with a whole number \"{name}\", found {json[name]?.ToString() ?? "none"}");
}
