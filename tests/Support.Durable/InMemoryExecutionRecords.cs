using System.Globalization;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Support.Durable;

/// <summary>Records of executions that last as long as the process.</summary>
public sealed class InMemoryExecutionRecords(TimeProvider time, StatusSubscriptions? subscriptions = null) : IExecutionRecords
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Kept> executions = [];
    private readonly MemoryStatusOutbox outbox = new();
    private long versions;
    private long counted;

    /// <summary>What executions became and somebody is to be told of.</summary>
    public IStatusOutbox StatusOutbox => outbox;

    /// <inheritdoc/>
    public ValueTask<ExecutionRecord?> TryAddAsync(ExecutionRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (gate)
        {
            var chain = FactChain.Next(FactChain.Beginning, record.FirstFact);
            var kept = new Kept { Record = record with { Chain = chain, Version = NextVersion() }, Number = executions.Count + 1, HandoverSince = time.GetUtcNow() };
            if (!executions.TryAdd(record.Start.ExecutionArn, kept))
            {
                return ValueTask.FromResult<ExecutionRecord?>(null);
            }

            Note(kept.Record, record.StartDate);
            return ValueTask.FromResult<ExecutionRecord?>(kept.Record with { Version = "" });
        }
    }

    /// <inheritdoc/>
    public ValueTask BegunAsync(ExecutionRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (gate)
        {
            if (Find(record.Start.ExecutionArn) is { } kept && kept.Record.RedriveCount == record.RedriveCount)
            {
                kept.HandoverSince = null;
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionRecord?> FindAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(Find(executionArn)?.Record);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(FactBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (gate)
        {
            return ValueTask.FromResult(Find(batch.ExecutionArn) is { } kept && Append(kept, batch));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Fact>> ReadFactsAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(Find(executionArn) is { } kept ? FactRows.Joined(kept.Record, kept.Rows.Select(row => row.Row)) : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<RecordChanges> ReadChangesAsync(string executionArn, string? since, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (Find(executionArn) is not { } kept)
            {
                return ValueTask.FromResult(new RecordChanges(Record: null, [], since) { IsForgotten = since is not null });
            }

            // Like a store that cannot tell apart what was written in one moment, this one names the last again.
            var from = since is null ? 0 : long.Parse(since, CultureInfo.InvariantCulture);
            return ValueTask.FromResult(new RecordChanges(
                long.Parse(kept.Record.Version, CultureInfo.InvariantCulture) >= from ? kept.Record : null,
                [.. kept.Rows.Where(row => row.Number >= from).Select(row => row.Row)],
                versions.ToString("D19", CultureInfo.InvariantCulture)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<RecordPage> ListAsync(
        string listArn, ExecutionStatus? status, bool? isRedriven, int limit, string? after, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var end = after is null ? long.MaxValue : long.Parse(after, CultureInfo.InvariantCulture);
            List<Kept> found =
            [
                .. executions.Values
                    .Where(kept => kept.Number < end
                        && kept.Record.ListedUnder.Contains(listArn)
                        && (status is null || kept.Record.Status == status)
                        && (isRedriven is null || kept.Record.RedriveCount > 0 == isRedriven))
                    .OrderByDescending(kept => kept.Number)
                    .Take(limit + 1),
            ];
            return ValueTask.FromResult(new RecordPage(
                [.. found.Take(limit).Select(kept => kept.Record.Summary)],
                found.Count > limit ? found[limit - 1].Number.ToString(CultureInfo.InvariantCulture) : null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionRecord?> TryRedriveAsync(
        ExecutionRecord record, Fact.Redriven redriven, int from, string before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(redriven);
        lock (gate)
        {
            if (Find(record.Start.ExecutionArn) is not { } kept || kept.Record.Version != record.Version)
            {
                return ValueTask.FromResult<ExecutionRecord?>(null);
            }

            kept.Rows.Add((++versions, new FactRow(from, before, [redriven])));
            kept.Record = record.Redriven(redriven, before) with { Version = NextVersion() };
            kept.HandoverSince = time.GetUtcNow();
            Note(kept.Record, redriven.At);
            return ValueTask.FromResult<ExecutionRecord?>(kept.Record with { Version = "" });
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAnswerAsync(string executionArn, Fact answer, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (Find(executionArn) is not { } kept || !IsOpen(kept, TaskFacts.TaskOf(answer)))
            {
                return ValueTask.FromResult(false);
            }

            kept.Tokens[TaskFacts.TaskOf(answer)].Answer = answer;
            kept.Tokens[TaskFacts.TaskOf(answer)].AnsweredAt = time.GetUtcNow();
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsOpenAsync(string executionArn, long task, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(Find(executionArn) is { } kept && IsOpen(kept, task));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TaskTaking> TryTakeAsync(string executionArn, long task, DateTimeOffset at, DateTimeOffset orBefore, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (Find(executionArn) is not { } kept || !IsOpen(kept, task) || kept.Tokens[task] is not { IsHanded: false } token)
            {
                return ValueTask.FromResult(TaskTaking.NotToBeHad);
            }

            if (token.TakenAt >= orBefore)
            {
                return ValueTask.FromResult(TaskTaking.TakenByAnother);
            }

            token.TakenAt = at;
            return ValueTask.FromResult(TaskTaking.Taken);
        }
    }

    /// <inheritdoc/>
    public ValueTask HandedAsync(string executionArn, long task, CancellationToken cancellationToken = default) => ChangeAsync(executionArn, task, token => token.IsHanded = true);

    /// <inheritdoc/>
    public ValueTask PutBackAsync(string executionArn, long task, CancellationToken cancellationToken = default) => ChangeAsync(executionArn, task, token => token.TakenAt = null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<UnfinishedHandover>> RepairAsync(DateTimeOffset before, string? executionArn = null, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var running = executions.Values.Where(kept => kept.Record.Status == ExecutionStatus.Running && (executionArn is null || kept.Record.Start.ExecutionArn == executionArn)).ToList();
            IReadOnlyList<UnfinishedHandover> found =
            [
                .. running.Where(kept => kept.HandoverSince < before).Select(kept => new UnfinishedHandover(kept.Record, Answer: null)),
                .. running.SelectMany(kept => kept.Tokens.Values
                    .Where(token => token is { IsClosed: false, Answer: not null } && token.RedriveCount == kept.Record.RedriveCount && token.AnsweredAt < before)
                    .Select(token => new UnfinishedHandover(kept.Record, token.Answer))),
            ];
            return ValueTask.FromResult(found);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountOpenAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            counted = executions.Values.LongCount(kept => kept.Record.Status == ExecutionStatus.Running);
            return ValueTask.FromResult(counted);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> OpenAsLastCountedAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(counted);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> PurgeAsync(
        DateTimeOffset endedBefore, int limit, Func<ExecutionRecord, CancellationToken, ValueTask> forget, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forget);
        List<ExecutionRecord> old;
        lock (gate)
        {
            old = [.. executions.Values.Select(kept => kept.Record).Where(record => record.StopDate < endedBefore).Take(limit)];
        }

        foreach (var record in old)
        {
            await forget(record, cancellationToken);
            lock (gate)
            {
                executions.Remove(record.Start.ExecutionArn);
            }
        }

        return old.Count;
    }

    private ValueTask ChangeAsync(string executionArn, long task, Action<Token> change)
    {
        lock (gate)
        {
            if (Find(executionArn)?.Tokens.GetValueOrDefault(task) is { } token)
            {
                change(token);
            }
        }

        return ValueTask.CompletedTask;
    }

    private bool Append(Kept kept, FactBatch batch)
    {
        if (batch.Facts.Count > 0)
        {
            kept.Rows.Add((++versions, new FactRow(batch.From, batch.Before, batch.Facts)));
        }

        if (kept.Record.Status != ExecutionStatus.Running || kept.Record.RedriveCount != batch.RedriveCount)
        {
            return false;
        }

        kept.HandoverSince = batch.IsFirst ? null : kept.HandoverSince;
        foreach (var task in batch.Opened)
        {
            kept.Tokens.TryAdd(task, new Token { RedriveCount = batch.RedriveCount });
        }

        foreach (var task in batch.Closed)
        {
            kept.Tokens[task] = new Token { RedriveCount = batch.RedriveCount, IsClosed = true };
        }

        if (batch.End is { } end)
        {
            kept.Record = kept.Record.Ended(end, FactChain.Next(batch.Before, batch.Facts)) with { Version = NextVersion() };
            kept.HandoverSince = null;
            Note(kept.Record, end.StopDate);
        }

        return true;
    }

    private void Note(ExecutionRecord record, DateTimeOffset at)
    {
        var status = ReportedStatuses.Of(record.Status);
        var interested = subscriptions?.For(record.Start.StateMachineArn, status) ?? [];
        outbox.Add([.. StatusChange.For(interested, record.Start.ExecutionArn, status, record.RedriveCount, at, record.Failure)]);
        subscriptions?.Ring(record.Start.ExecutionArn);
    }

    private Kept? Find(string executionArn) => executions.GetValueOrDefault(executionArn);

    private static bool IsOpen(Kept kept, long task) =>
        kept.Record.Status == ExecutionStatus.Running
        && kept.Tokens.GetValueOrDefault(task) is { IsClosed: false, Answer: null } token
        && token.RedriveCount == kept.Record.RedriveCount;

    private string NextVersion() => (++versions).ToString(CultureInfo.InvariantCulture);

    private sealed class Kept
    {
        public required ExecutionRecord Record { get; set; }

        public required long Number { get; init; }

        public required DateTimeOffset? HandoverSince { get; set; }

        public List<(long Number, FactRow Row)> Rows { get; } = [];

        public Dictionary<long, Token> Tokens { get; } = [];
    }

    private sealed class Token
    {
        public required int RedriveCount { get; init; }

        public bool IsClosed { get; init; }

        public DateTimeOffset? TakenAt { get; set; }

        public bool IsHanded { get; set; }

        public Fact? Answer { get; set; }

        public DateTimeOffset? AnsweredAt { get; set; }
    }
}
