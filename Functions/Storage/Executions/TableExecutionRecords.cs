using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage.StatusEvents;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Records of executions in two tables: one with everything about each execution in one partition, one with the index of each machine's executions.</summary>
/// <remarks>
/// What a crash leaves half done is either repeated by Durable Functions (an activity is called until it has answered) or noted in a row of what was not handed
/// over, written in the same transaction as the change and found by <see cref="RepairAsync"/>. docs/decisions has the keys and what each query costs.
/// </remarks>
public sealed class TableExecutionRecords : IExecutionRecords
{
    private readonly EntityTable table;
    private readonly ExecutionIndex index;
    private readonly ExecutionAppends appends;
    private readonly ExecutionChanges reading;
    private readonly OpenExecutionCount open;
    private readonly ExecutionSweep sweep;
    private readonly ExecutionPurge purge;
    private readonly StatusSubscriptions subscriptions;
    private readonly TimeProvider time;

    /// <summary>Records in the tables of an account.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="time">The clock.</param>
    /// <param name="subscriptions">Who is to be told what executions become; none for nobody.</param>
    /// <param name="disorder">How far the stamps of rows may lag behind those of rows written before; ten seconds if not given.</param>
    public TableExecutionRecords(EntityTables tables, TimeProvider time, StatusSubscriptions? subscriptions = null, TimeSpan? disorder = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        this.time = time;
        this.subscriptions = subscriptions ?? StatusSubscriptions.None;
        table = tables[TableNames.Executions];
        index = new ExecutionIndex(tables[TableNames.ExecutionIndex]);
        appends = new ExecutionAppends(table, index, this.subscriptions);
        reading = new ExecutionChanges(table, time, disorder ?? TimeSpan.FromSeconds(10));
        open = new OpenExecutionCount(table);
        sweep = new ExecutionSweep(table, index);
        purge = new ExecutionPurge(table, index);
    }

    /// <inheritdoc/>
    public async ValueTask<ExecutionRecord?> TryAddAsync(ExecutionRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var arn = record.Start.ExecutionArn;
        var keys = ExecutionKeys.Of(arn);
        var added = record with { Place = index.NewPlace(record.StartDate), Chain = FactChain.Next(FactChain.Beginning, record.FirstFact) };
        var changes = new RowChanges();
        changes.Add(TableTransactionActionType.Add, RecordRow.Of(added, keys));
        changes.Add(TableTransactionActionType.Add, new TableEntity(keys.Partition, keys.Running(record.RedriveCount)));
        changes.Add(TableTransactionActionType.UpsertReplace, new TableEntity(keys.Partition, keys.Open));
        changes.Add(TableTransactionActionType.Add, HandoverRow.OfStart(keys, arn, record.RedriveCount, time.GetUtcNow()));
        StatusRow.AddTo(changes, keys, subscriptions, added, added.StartDate);
        if (!await changes.TryMakeAsync(table, cancellationToken))
        {
            return null;
        }

        subscriptions.Ring(arn);
        await index.ShowAsync(added, cancellationToken);
        return added;
    }

    /// <inheritdoc/>
    public async ValueTask BegunAsync(ExecutionRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var keys = ExecutionKeys.Of(record.Start.ExecutionArn);
        await table.TryDeleteAsync(keys.Partition, keys.StartHandover(record.RedriveCount), cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionRecord?> FindAsync(string executionArn, CancellationToken cancellationToken = default) =>
        table.FindRecordAsync(ExecutionKeys.Of(executionArn), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(FactBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return appends.AppendAsync(batch, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Fact>> ReadFactsAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        var all = await reading.ReadAsync(executionArn, since: null, cancellationToken);
        return all.Record is null ? [] : FactRows.Joined(all.Record, all.Rows);
    }

    /// <inheritdoc/>
    public ValueTask<RecordChanges> ReadChangesAsync(string executionArn, string? since, CancellationToken cancellationToken = default) =>
        reading.ReadAsync(executionArn, since, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RecordPage> ListAsync(
        string listArn, ExecutionStatus? status, bool? isRedriven, int limit, string? after, CancellationToken cancellationToken = default) =>
        index.ListAsync(listArn, status, isRedriven, limit, after, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ExecutionRecord?> TryRedriveAsync(
        ExecutionRecord record, Fact.Redriven redriven, int from, string before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(redriven);
        if (record.StopDate is not { } stopDate)
        {
            return null;
        }

        var arn = record.Start.ExecutionArn;
        var keys = ExecutionKeys.Of(arn);
        var again = record.Redriven(redriven, before);
        var changes = new RowChanges();
        changes.Add(TableTransactionActionType.UpdateReplace, RecordRow.Of(again, keys), version: new ETag(record.Version));
        changes.Add(TableTransactionActionType.Add, new TableEntity(keys.Partition, keys.Running(again.RedriveCount)));
        changes.Add(TableTransactionActionType.UpsertReplace, new TableEntity(keys.Partition, keys.Open));
        changes.Add(TableTransactionActionType.Add, HandoverRow.OfStart(keys, arn, again.RedriveCount, time.GetUtcNow(), record.Status));
        StatusRow.AddTo(changes, keys, subscriptions, again, redriven.At);
        changes.Add(TableTransactionActionType.Delete, new TableEntity(keys.Partition, keys.Ended(stopDate)), isNeeded: false);
        foreach (var row in FactsRow.Of(keys, from, before, [redriven]))
        {
            changes.Add(TableTransactionActionType.UpsertReplace, row);
        }

        if (!await changes.TryMakeAsync(table, cancellationToken))
        {
            return null;
        }

        subscriptions.Ring(arn);
        await index.ShowAsync(again, cancellationToken);
        await index.HideAsync(record, cancellationToken);
        return again;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryAnswerAsync(string executionArn, Fact answer, CancellationToken cancellationToken = default)
    {
        var keys = ExecutionKeys.Of(executionArn);
        var task = TaskFacts.TaskOf(answer);
        return await TryChangeTokenAsync(
            keys,
            task,
            TokenRow.IsOpen,
            (changes, token) =>
            {
                var redriveCount = TokenRow.RedriveCount(token);
                changes.Add(TableTransactionActionType.UpdateReplace, TokenRow.OfAnswered(keys, task, redriveCount, answer), version: token.ETag);
                changes.Add(TableTransactionActionType.UpsertReplace, HandoverRow.OfAnswer(keys, executionArn, redriveCount, time.GetUtcNow(), task));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<TaskTaking> TryTakeAsync(string executionArn, long task, DateTimeOffset at, DateTimeOffset orBefore, CancellationToken cancellationToken = default)
    {
        var keys = ExecutionKeys.Of(executionArn);
        var isAnothers = false;
        var isTaken = await TryChangeTokenAsync(
            keys,
            task,
            token =>
            {
                isAnothers = TokenRow.IsOpen(token) && !TokenRow.IsHanded(token) && TokenRow.TakenAt(token) >= orBefore;
                return TokenRow.IsOpen(token) && !TokenRow.IsHanded(token) && !isAnothers;
            },
            (changes, token) => changes.Add(TableTransactionActionType.UpdateMerge, TokenRow.Taking(keys, task, at), version: token.ETag),
            cancellationToken);
        return isTaken ? TaskTaking.Taken : isAnothers ? TaskTaking.TakenByAnother : TaskTaking.NotToBeHad;
    }

    /// <inheritdoc/>
    public ValueTask HandedAsync(string executionArn, long task, CancellationToken cancellationToken = default)
    {
        var keys = ExecutionKeys.Of(executionArn);
        return MergeAsync(TokenRow.Handing(keys, task), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask PutBackAsync(string executionArn, long task, CancellationToken cancellationToken = default)
    {
        var keys = ExecutionKeys.Of(executionArn);
        return MergeAsync(TokenRow.Taking(keys, task, at: null), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsOpenAsync(string executionArn, long task, CancellationToken cancellationToken = default)
    {
        var keys = ExecutionKeys.Of(executionArn);
        return await table.FindAsync(keys, keys.Token(task), cancellationToken) is { } token
            && TokenRow.IsOpen(token)
            && await table.FindAsync(keys, keys.Running(TokenRow.RedriveCount(token)), cancellationToken) is not null;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<UnfinishedHandover>> RepairAsync(DateTimeOffset before, string? executionArn = null, CancellationToken cancellationToken = default) =>
        sweep.RepairAsync(before, executionArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> CountOpenAsync(CancellationToken cancellationToken = default) => open.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> OpenAsLastCountedAsync(CancellationToken cancellationToken = default) => open.AsLastCountedAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(
        DateTimeOffset endedBefore, int limit, Func<ExecutionRecord, CancellationToken, ValueTask> forget, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forget);
        return purge.PurgeAsync(endedBefore, limit, forget, cancellationToken);
    }

    /// <summary>Changes the row of a token as long as it is fit for that and its run goes on. Somebody else may change it in the same moment without that it ceases to be fit.</summary>
    private async ValueTask<bool> TryChangeTokenAsync(
        ExecutionKeys keys, long task, Func<TableEntity, bool> isFit, Action<RowChanges, TableEntity> change, CancellationToken cancellationToken)
    {
        for (ETag? refused = null; await table.FindAsync(keys, keys.Token(task), cancellationToken) is { } token && isFit(token) && token.ETag != refused; refused = token.ETag)
        {
            var changes = new RowChanges(guard: new TableEntity(keys.Partition, keys.Running(TokenRow.RedriveCount(token))) { ["Token"] = task });
            change(changes, token);
            if (await changes.TryMakeAsync(table, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask MergeAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var changes = new RowChanges();
        changes.Add(TableTransactionActionType.UpdateMerge, row, isNeeded: false);
        await changes.TryMakeAsync(table, cancellationToken);
    }
}
