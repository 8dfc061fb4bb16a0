using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Workers;

/// <summary>Queues of tasks in the table <c>activities</c>: each activity's in a partition of its own, in the order of time.</summary>
public sealed class TableWaitingLine(EntityTables tables) : IWaitingLine
{
    private const string Queue = "q|";
    private const string Input = "Input";

    private readonly EntityTable table = tables[TableNames.Activities];

    /// <inheritdoc/>
    public async ValueTask AddAsync(WaitingTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var place = string.Create(CultureInfo.InvariantCulture, $"{KeyOrder.Ascending(task.Since)}|{ExecutionKeys.Of(task.ExecutionArn).Hash}|{task.Task}");
        var row = new TableEntity(PartitionOf(task.ActivityArn), place)
        {
            ["Activity"] = task.ActivityArn,
            ["Execution"] = task.ExecutionArn,
            ["Task"] = task.Task,
            ["Since"] = EntityValues.WriteTime(task.Since),
        };
        row.SetText(Input, task.Input.ToString());
        await table.PutAsync(row, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<WaitingTask>> FirstAsync(string activityArn, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(activityArn)} and RowKey gt {after ?? ""}");
        List<WaitingTask> found = [];
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(filter, limit - found.Count, continuation, cancellationToken: cancellationToken);
            found.AddRange(page.Entities.Select(Read));
            continuation = page.Continuation;
        }
        while (continuation is not null && found.Count < limit);

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(WaitingTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        await table.TryDeleteAsync(PartitionOf(task.ActivityArn), task.Place, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WaitingTask> OlderAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Queue} and PartitionKey lt {KeyText.After(Queue)} and RowKey lt {KeyOrder.Ascending(before)}");
        await foreach (var row in table.QueryAsync(filter, select: null, cancellationToken))
        {
            yield return Read(row);
        }
    }

    private static WaitingTask Read(TableEntity row) => new(
        row.Text("Activity"), row.Text("Execution"), row.Integer("Task"), Json.Parse(row.FindText(Input) ?? "null"), row.Time("Since"), row.RowKey);

    private static string PartitionOf(string activityArn) => $"{Queue}{KeyText.Of(activityArn)}";
}
