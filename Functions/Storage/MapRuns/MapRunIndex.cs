using System.Globalization;
using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>What leads to Map Runs: from their execution, as long as they run, and when they have ended.</summary>
/// <remarks>
/// Each row is written before the Map Run is what the row says, and is believed only when the Map Run says so too. Each run after a redrive has a row of its own
/// among those that run, so nobody who comes late takes away what a later one has put there.
/// </remarks>
internal sealed class MapRunIndex(EntityTable table)
{
    private const string Running = "running";
    private const string Ended = "ended";
    private const string Arn = "Arn";

    /// <summary>Gives a Map Run a number among those of its execution: the same when it is asked for again right away.</summary>
    public async ValueTask<long> EnterAsync(MapRun run, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(run.ExecutionArn);
        for (var attempt = 1; ; attempt++)
        {
            var last = await table.FirstAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), 1, cancellationToken: cancellationToken).FirstOrDefaultAsync(cancellationToken);
            if (last?.Text(Arn) == run.Arn)
            {
                return NumberOf(last);
            }

            var number = last is null ? 1 : NumberOf(last) + 1;
            if (await table.TryAddAsync(new TableEntity(partition, KeyOrder.Descending(number)) { [Arn] = run.Arn }, cancellationToken) is not null)
            {
                return number;
            }

            await Contention.PauseAsync(attempt, $"The list of the Map Runs of {run.ExecutionArn}", cancellationToken);
        }
    }

    /// <summary>The Map Runs of an execution, newest first, from below a number on.</summary>
    public IAsyncEnumerable<(string Arn, long Number)> ListAsync(string executionArn, long below, CancellationToken cancellationToken) => table
        .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(executionArn)} and RowKey gt {KeyOrder.Descending(below)}"), cancellationToken: cancellationToken)
        .Select(row => (row.Text(Arn), NumberOf(row)));

    /// <summary>Shows that a Map Run runs.</summary>
    public async ValueTask ShowRunningAsync(string mapRunArn, int redriveCount, CancellationToken cancellationToken) =>
        await table.PutAsync(new TableEntity(Running, RunningKey(mapRunArn, redriveCount)) { [Arn] = mapRunArn, ["RedriveCount"] = redriveCount }, cancellationToken);

    /// <summary>Shows no longer that it does.</summary>
    public async ValueTask HideRunningAsync(string mapRunArn, int redriveCount, CancellationToken cancellationToken) =>
        await table.TryDeleteAsync(Running, RunningKey(mapRunArn, redriveCount), cancellationToken: cancellationToken);

    /// <summary>Those that run, and perhaps some that do not.</summary>
    public IAsyncEnumerable<(string Arn, int RedriveCount)> ListRunningAsync(CancellationToken cancellationToken) => table
        .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Running}"), cancellationToken: cancellationToken)
        .Select(row => (row.Text(Arn), row.GetInt32("RedriveCount") ?? 0));

    /// <summary>Shows when a Map Run has ended.</summary>
    public async ValueTask ShowEndedAsync(string mapRunArn, DateTimeOffset at, CancellationToken cancellationToken) =>
        await table.PutAsync(new TableEntity(Ended, EndedKey(mapRunArn, at)) { [Arn] = mapRunArn, ["At"] = EntityValues.WriteTime(at) }, cancellationToken);

    /// <summary>Shows it no longer.</summary>
    public async ValueTask HideEndedAsync(string mapRunArn, DateTimeOffset at, CancellationToken cancellationToken) =>
        await table.TryDeleteAsync(Ended, EndedKey(mapRunArn, at), cancellationToken: cancellationToken);

    /// <summary>Those that ended before a moment, the earliest first.</summary>
    public IAsyncEnumerable<(string Arn, DateTimeOffset At)> ListEndedAsync(DateTimeOffset before, CancellationToken cancellationToken) => table
        .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Ended} and RowKey lt {KeyOrder.Ascending(before)}"), cancellationToken: cancellationToken)
        .Select(row => (row.Text(Arn), row.Time("At")));

    /// <summary>Takes a Map Run off the list of its execution.</summary>
    public async ValueTask LeaveAsync(string executionArn, long number, CancellationToken cancellationToken) =>
        await table.TryDeleteAsync(PartitionOf(executionArn), KeyOrder.Descending(number), cancellationToken: cancellationToken);

    private static string PartitionOf(string executionArn) => $"x-{MapRunKeys.HashOf(executionArn)}";

    private static string RunningKey(string mapRunArn, int redriveCount) => string.Create(CultureInfo.InvariantCulture, $"{MapRunKeys.HashOf(mapRunArn)}-{redriveCount:D4}");

    private static string EndedKey(string mapRunArn, DateTimeOffset at) => $"{KeyOrder.Ascending(at)}-{MapRunKeys.HashOf(mapRunArn)}";

    private static long NumberOf(TableEntity row) => KeyOrder.FromDescending(row.RowKey);
}
