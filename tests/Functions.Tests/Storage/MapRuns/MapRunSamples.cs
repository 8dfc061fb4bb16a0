using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Storage.MapRuns;

/// <summary>Map Runs, their children and how these end.</summary>
internal static class MapRunSamples
{
    public const string Arn = "arn:aws:states:us-east-1:123456789012:mapRun:orders/each:1";
    public const string Execution = "arn:aws:states:us-east-1:123456789012:execution:orders:today";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    public static MapRun Run(string arn = Arn, string? variable = null) => new()
    {
        Arn = arn,
        ExecutionArn = Execution,
        Request = new MapRunRequest
        {
            MapRunArn = arn,
            StateName = "Each",
            Source = new ItemSource.Inline(JsonArray.Of(Json.Of(1), Json.Of("two"))),
            Input = Json.Parse("""{"a":1.50}"""),
            Context = JsonObject.Empty,
            Variables = variable is null ? JsonObject.Empty : JsonObject.Of(("v", Json.Of(variable))),
        },
        StartDate = Noon,
        MaxConcurrency = 0,
        Tolerance = new MapRunTolerance(1_000_000, null),
    };

    public static IReadOnlyList<ChildInput> Inputs(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(index => new ChildInput(index, JsonObject.Of(("number", Json.Of(index))), (index % 3) + 1))];

    public static ChildEnd Succeeded(long index) => new()
    {
        Index = index,
        Status = ExecutionStatus.Succeeded,
        Output = JsonObject.Of(("done", Json.Of(index))),
        StartedAt = Noon,
        StoppedAt = Noon.AddSeconds(1),
    };

    public static ChildEnd Failed(long index, int redrives = 0) => new()
    {
        Index = index,
        Status = ExecutionStatus.Failed,
        Failure = new Failure("Oops", Cause: null),
        StartedAt = Noon,
        StoppedAt = Noon.AddSeconds(1),
        RedriveCount = redrives,
    };

    public static async Task PlannedAsync(this IMapRunStore store, int children)
    {
        await store.AddAsync(Run());
        await store.PlanAsync(Arn, Inputs(0, children), isComplete: true);
    }
}
