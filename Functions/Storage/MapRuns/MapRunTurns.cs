using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>The turns of Map Runs: ends are taken down and children begin in one transaction with the row of the Map Run, against its version.</summary>
/// <remarks>
/// Of more ends than a transaction has room for, the first are turns of their own, in which nothing begins. Whoever is killed between them tells the rest again,
/// and what was taken down is passed over.
/// </remarks>
internal sealed class MapRunTurns(EntityTable table, MapRunRows rows, MapRunChildren children)
{
    private const int MostBytes = 3 * 1024 * 1024;

    /// <summary>See <see cref="IMapRunStore.AdvanceAsync"/>.</summary>
    public async ValueTask<MapRunTurn> AdvanceAsync(string mapRunArn, IReadOnlyList<ChildEnd> ended, int bound, CancellationToken cancellationToken)
    {
        var rest = new Queue<ChildEnd>(ended.DistinctBy(end => end.Index));
        while (true)
        {
            var portion = NextPortion(rest);
            var turn = await TakeAsync(mapRunArn, portion, rest.Count == 0 ? bound : 0, cancellationToken);
            if (rest.Count == 0)
            {
                return turn;
            }
        }
    }

    private async ValueTask<MapRunTurn> TakeAsync(string mapRunArn, List<ChildEnd> ended, int bound, CancellationToken cancellationToken)
    {
        var mark = Guid.NewGuid().ToString("N");
        ValueList<MapRunChild> tried = [];
        for (var attempt = 1; ; attempt++)
        {
            var kept = await rows.GetAsync(mapRunArn, cancellationToken);
            if (kept.Turn == mark)
            {
                return new MapRunTurn(kept.Run, tried);
            }

            List<ChildEnd> taken = kept.Run.Status == MapRunStatus.Running ? ended.FindAll(end => kept.Open.ItemsOf(end.Index) is not null) : [];
            var after = taken.Aggregate(kept, Ended);
            tried = [.. await BeginningAsync(after, bound, cancellationToken)];
            if (taken.Count == 0 && tried.Count == 0)
            {
                return new MapRunTurn(kept.Run, tried);
            }

            after = tried.Aggregate(after, Began) with { Turn = mark };
            if (await TrySaveAsync(after, kept.Version, taken, cancellationToken))
            {
                return new MapRunTurn(after.Run, tried);
            }

            await Contention.PauseAsync(attempt, $"The Map Run {mapRunArn}", cancellationToken);
        }
    }

    private async ValueTask<IReadOnlyList<MapRunChild>> BeginningAsync(KeptMapRun kept, int bound, CancellationToken cancellationToken)
    {
        var toCome = kept.Run.Tally.Executions.Pending + kept.Run.Tally.Executions.PendingRedrive;
        var room = (int)Math.Min(kept.Run.Room(bound), toCome);
        return room == 0 ? [] : await children.PendingAsync(kept, kept.Run.Position, room, cancellationToken);
    }

    private async ValueTask<bool> TrySaveAsync(KeptMapRun kept, ETag version, List<ChildEnd> ended, CancellationToken cancellationToken)
    {
        var partition = MapRunKeys.Of(kept.Run.Arn).Partition;
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpdateReplace, MapRunEntity.Write(kept), version),
            .. ended.Select(end => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ChildEntity.Write(partition, end, kept.Run.RedriveCount))),
        ];
        return await table.TrySubmitAsync(actions, cancellationToken) is null;
    }

    private static KeptMapRun Ended(KeptMapRun kept, ChildEnd end) => kept with
    {
        Run = kept.Run with { Tally = kept.Run.Tally.Ended(end.Status, kept.Open.ItemsOf(end.Index) ?? 0, end.RedriveObstacle is null) },
        Open = kept.Open.Without(end.Index),
    };

    private static KeptMapRun Began(KeptMapRun kept, MapRunChild child) => kept with
    {
        Run = kept.Run with
        {
            Position = child.Index + 1,
            Tally = child.IsToRedrive ? kept.Run.Tally.BeganAgain(child.ItemCount) : kept.Run.Tally.Began(child.ItemCount),
        },
        Open = kept.Open.With(child.Index, child.ItemCount),
    };

    /// <summary>As many as fit beside the row of the Map Run.</summary>
    private static List<ChildEnd> NextPortion(Queue<ChildEnd> rest)
    {
        List<ChildEnd> portion = [];
        var bytes = 0;
        while (portion.Count < EntityTable.MostActions - 1 && rest.TryPeek(out var end))
        {
            bytes += ChildEntity.BytesOf(end);
            if (bytes > MostBytes && portion.Count > 0)
            {
                break;
            }

            portion.Add(rest.Dequeue());
        }

        return portion;
    }
}
