using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>A journal that lasts as long as the process.</summary>
public sealed class MemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<long, Kept> executions = [];
    private readonly Dictionary<(string StateMachineArn, string Name), Kept> byName = [];
    private readonly MemoryStatusOutbox outbox = new();

    /// <inheritdoc/>
    public long LastKey { get; private set; }

    /// <inheritdoc/>
    public IStatusOutbox StatusOutbox => outbox;

    /// <inheritdoc/>
    public void Commit(JournalGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        lock (gate)
        {
            RefuseTaken(group);
            foreach (var entry in group.Started)
            {
                var kept = new Kept(entry);
                executions.Add(entry.Key, kept);
                byName.Add((entry.StateMachineArn, entry.Name), kept);
                LastKey = Math.Max(LastKey, entry.Key);
            }

            foreach (var row in group.Rows)
            {
                executions[row.Execution].Facts.Add(row.Fact);
            }

            foreach (var redrive in group.Redriven)
            {
                var kept = executions[redrive.Execution];
                kept.Outcome = null;
                kept.Entry = kept.Entry with
                {
                    Status = ExecutionStatus.Running,
                    StopDate = null,
                    RedriveCount = redrive.RedriveCount,
                    RedriveDate = redrive.RedriveDate,
                    EventCount = 0,
                };
            }

            foreach (var outcome in group.Ended)
            {
                var kept = executions[outcome.Execution];
                kept.Outcome = outcome;
                kept.Entry = kept.Entry with { Status = outcome.Status, StopDate = outcome.StopDate, EventCount = outcome.EventCount };
            }

            outbox.Add(group.StatusChanges);
        }
    }

    /// <inheritdoc/>
    public ExecutionEntry? Find(string stateMachineArn, string name)
    {
        lock (gate)
        {
            return byName.GetValueOrDefault((stateMachineArn, name))?.Entry;
        }
    }

    /// <inheritdoc/>
    public ExecutionOutcome? FindOutcome(long execution)
    {
        lock (gate)
        {
            return executions.GetValueOrDefault(execution)?.Outcome;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> List(string stateMachineArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        Newest(IsOf(QualifiedArn.Read(stateMachineArn)), status, before, limit, isRedriven);

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> ListChildren(string mapRunArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        Newest(entry => entry.Child?.MapRunArn == mapRunArn, status, before, limit, isRedriven);

    /// <inheritdoc/>
    public IReadOnlyList<Fact> ReadFacts(long execution, int from = 0, int limit = int.MaxValue)
    {
        lock (gate)
        {
            return executions.TryGetValue(execution, out var kept) ? [.. kept.Facts.Skip(from).Take(limit)] : [];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> ReadOpen()
    {
        lock (gate)
        {
            return [.. executions.Values.Select(kept => kept.Entry).Where(entry => entry.Status == ExecutionStatus.Running)];
        }
    }

    /// <inheritdoc/>
    public int Purge(DateTimeOffset endedBefore, int limit)
    {
        lock (gate)
        {
            List<ExecutionEntry> old = [.. executions.Values.Select(kept => kept.Entry).Where(entry => entry.StopDate < endedBefore).Take(limit)];
            foreach (var entry in old)
            {
                executions.Remove(entry.Key);
                byName.Remove((entry.StateMachineArn, entry.Name));
            }

            return old.Count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private List<ExecutionEntry> Newest(Func<ExecutionEntry, bool> isOne, ExecutionStatus? status, long before, int limit, bool? isRedriven)
    {
        lock (gate)
        {
            return
            [
                .. executions.Values.Select(kept => kept.Entry).Reverse()
                    .Where(entry => entry.Key < before && isOne(entry) && (status is null || entry.Status == status)
                        && (isRedriven is null || isRedriven == entry.RedriveCount > 0))
                    .Take(limit),
            ];
        }
    }

    private static Func<ExecutionEntry, bool> IsOf(QualifiedArn named) => entry =>
        entry.StateMachineArn == named.Machine
        && (named.Version is null || entry.Version == named.Version)
        && (named.Alias is null || entry.Alias == named.Alias);

    /// <summary>Before anything is kept: all of a group is, or nothing.</summary>
    private void RefuseTaken(JournalGroup group)
    {
        var taken = group.Started.Find(entry => executions.ContainsKey(entry.Key) || byName.ContainsKey((entry.StateMachineArn, entry.Name)));
        if (taken is not null)
        {
            throw new JournalException($"expected a new execution, found that {taken.ExecutionArn} is known");
        }
    }

    private sealed class Kept(ExecutionEntry entry)
    {
        public ExecutionEntry Entry { get; set; } = entry;

        public List<Fact> Facts { get; } = [];

        public ExecutionOutcome? Outcome { get; set; }
    }
}
