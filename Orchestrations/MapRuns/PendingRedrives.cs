using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>Notes for those who want to be told which children of a Map Run wait to be redriven with it.</summary>
public sealed class PendingRedrives(IMapRunStore store, IStatusOutbox outbox, StatusSubscriptions subscriptions)
{
    private const int PageSize = 500;

    /// <summary>Notes it, just before the redrive begins: whoever is killed in between notes the same again.</summary>
    public async ValueTask NoteAsync(MapRun run, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var arn = MapRunArn.Parse(run.Arn);
        if (run.Request.ExecutionType != StateMachineType.Standard || subscriptions.For(arn.ChildMachineArn, ReportedStatus.PendingRedrive) is not { Count: > 0 } interested)
        {
            return;
        }

        var from = 0L;
        while (await store.ReadAsync(run.Arn, ChildFilter.Unsuccessful, from, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var child in page.Where(child => child.End is { RedriveObstacle: null }))
            {
                var execution = arn.ChildArn(ChildStart.Name(run.Arn, child.Index));
                await outbox.AddAsync([.. StatusChange.For(interested, execution, ReportedStatus.PendingRedrive, child.RedriveCount + 1, at)], cancellationToken);
                subscriptions.Ring(execution);
            }

            from = page[^1].Index + 1;
        }
    }
}
