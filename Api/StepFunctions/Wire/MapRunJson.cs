using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>What the actions that show Map Runs have in common.</summary>
internal static class MapRunJson
{
    public static string MapRunArnText(this RequestFields fields) => fields.Text("mapRunArn", 1, Bounds.LongArn);

    public static JsonObjectBuilder SetDates(this JsonObjectBuilder json, MapRun run) => json
        .Set("startDate", EpochSeconds.Of(run.StartDate))
        .SetIfPresent("stopDate", run.StopDate is { } stopped ? EpochSeconds.Of(stopped) : null);

    public static JsonObject Counts(MapRunCounts counts) => JsonObject.Of(
        ("pending", Json.Of(counts.Pending)),
        ("running", Json.Of(counts.Running)),
        ("succeeded", Json.Of(counts.Succeeded)),
        ("failed", Json.Of(counts.Failed)),
        ("timedOut", Json.Of(counts.TimedOut)),
        ("aborted", Json.Of(counts.Aborted)),
        ("total", Json.Of(counts.Total)),
        ("resultsWritten", Json.Of(counts.ResultsWritten)),
        ("failuresNotRedrivable", Json.Of(counts.FailuresNotRedrivable)),
        ("pendingRedrive", Json.Of(counts.PendingRedrive)));
}
