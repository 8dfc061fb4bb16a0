using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Functions.Storage.Catalog;

/// <summary>Machines in the table <c>statemachines</c>: the current revision of each in one partition, in the order of their ARNs; and every revision by itself.</summary>
/// <remarks>
/// A revision is there before it becomes current, so that whoever finds a machine finds its revision. Killed in between, it stays behind and belongs to
/// nobody. Starting an execution reads one entity.
/// </remarks>
internal sealed class TableStateMachineStore(EntityTables tables, TimeProvider time) : IStateMachineStore
{
    private const string Current = "current";
    private const int PageSize = 1_000;

    private readonly EntityTable table = tables[TableNames.StateMachines];
    private readonly MachineRevisions revisions = new(tables[TableNames.StateMachines], time);

    /// <inheritdoc/>
    public async ValueTask<StateMachineRecord?> FindAsync(string arn, CancellationToken cancellationToken = default) =>
        await FindEntityAsync(arn, cancellationToken) is { } entity ? await ReadAsync(entity, cancellationToken) : null;

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> FindRevisionAsync(long revision, CancellationToken cancellationToken = default) =>
        revisions.FindAsync(revision, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<StateMachineRecord?> TryAddAsync(StateMachineRecord machine, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return await FindEntityAsync(machine.Arn, cancellationToken) is null
            ? await KeepAsync(machine, async current => await table.TryAddAsync(current, cancellationToken) is not null, cancellationToken)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<StateMachineRecord?> TryReplaceAsync(StateMachineRecord machine, long replaced, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return await FindEntityAsync(machine.Arn, cancellationToken) is { } found && found.GetInt64(MachineEntity.Revision) == replaced
            ? await KeepAsync(machine, async current => await table.TryReplaceAsync(current, found.ETag, cancellationToken) is not null, cancellationToken)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; await FindEntityAsync(arn, cancellationToken) is { } found; attempt++)
        {
            if (await table.TryDeleteAsync(found.PartitionKey, found.RowKey, found.ETag, cancellationToken))
            {
                return true;
            }

            await Contention.PauseAsync(attempt, $"The machine {arn}", cancellationToken);
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Current}");
        var count = 0L;
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(filter, PageSize, continuation, select: ["PartitionKey", "RowKey"], cancellationToken);
            count += page.Entities.Count;
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return count;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StateMachineRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Current} and RowKey gt {KeyOf(after ?? "")}");
        var found = new List<StateMachineRecord>();
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(filter, Math.Min(limit - found.Count, PageSize), continuation, cancellationToken: cancellationToken);
            foreach (var entity in page.Entities)
            {
                found.Add(await ReadAsync(entity, cancellationToken));
            }

            continuation = page.Continuation;
        }
        while (continuation is not null && found.Count < limit);

        return found;
    }

    private ValueTask<TableEntity?> FindEntityAsync(string arn, CancellationToken cancellationToken) =>
        table.FindAsync(Current, KeyOf(arn), cancellationToken: cancellationToken);

    private async ValueTask<StateMachineRecord> ReadAsync(TableEntity entity, CancellationToken cancellationToken) =>
        MachineEntity.Read(entity, await revisions.DefinitionAsync(entity, cancellationToken));

    /// <summary>Keeps a revision and tries to make it the current one.</summary>
    private async ValueTask<StateMachineRecord?> KeepAsync(
        StateMachineRecord machine, Func<TableEntity, ValueTask<bool>> makeCurrent, CancellationToken cancellationToken)
    {
        var kept = await revisions.AddAsync(machine, cancellationToken);
        if (await makeCurrent(MachineEntity.Write(Current, KeyOf(machine.Arn), kept, MachineRevisions.PiecesOf(kept))))
        {
            return kept;
        }

        await revisions.WithdrawAsync(kept, cancellationToken);
        return null;
    }

    private static string KeyOf(string arn) => KeyText.Of(arn);
}
