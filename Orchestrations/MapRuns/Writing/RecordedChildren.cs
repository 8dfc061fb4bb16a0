using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Writing;

/// <summary>What became of a Map Run's children, as its results show it.</summary>
internal sealed class RecordedChildren(IMapRunStore store)
{
    private const int PageSize = 500;

    /// <summary>Some children in their order; a page of them is in memory at once.</summary>
    public async IAsyncEnumerable<ChildResult> ReadAsync(MapRun run, ChildFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var arn = MapRunArn.Parse(run.Arn);
        for (var from = 0L; ;)
        {
            var page = await store.ReadAsync(run.Arn, filter, from, PageSize, cancellationToken);
            foreach (var child in page)
            {
                yield return Result(arn, child);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            from = page[^1].Index + 1;
        }
    }

    /// <summary>What is written of a child that has not begun.</summary>
    public static JsonObject Pending(ChildResult child) => child.ToJson().With("Status", Json.Of("PENDING"));

    private static ChildResult Result(MapRunArn arn, MapRunChild child) => new()
    {
        Index = child.Index,
        ExecutionArn = arn.ChildArn(ChildStart.Name(arn.ToString(), child.Index)),
        Status = child.End?.Status ?? ExecutionStatus.Running,
        Input = child.Input,
        Output = child.End?.Output,
        Failure = child.End?.Failure,
        StartedAt = child.End?.StartedAt,
        StoppedAt = child.End?.StoppedAt,
        RedriveCount = child.RedriveCount,
        RedriveObstacle = child.End?.RedriveObstacle,
    };
}
