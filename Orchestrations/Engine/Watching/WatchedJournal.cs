using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine.Watching;

/// <summary>A journal that tells those who watch an execution when something of it has become durable. It never waits for them.</summary>
internal sealed class WatchedJournal(IJournal journal) : IJournal
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, List<JournalWatch>> watches = [];
    private volatile int watchCount;

    /// <inheritdoc/>
    public long LastKey => journal.LastKey;

    /// <inheritdoc/>
    public IStatusOutbox StatusOutbox => journal.StatusOutbox;

    /// <inheritdoc/>
    public void Commit(JournalGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        journal.Commit(group);
        if (watchCount > 0)
        {
            Tell(group);
        }
    }

    /// <inheritdoc/>
    public ExecutionEntry? Find(string stateMachineArn, string name) => journal.Find(stateMachineArn, name);

    /// <inheritdoc/>
    public ExecutionOutcome? FindOutcome(long execution) => journal.FindOutcome(execution);

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> List(string stateMachineArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        journal.List(stateMachineArn, status, before, limit, isRedriven);

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> ListChildren(string mapRunArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        journal.ListChildren(mapRunArn, status, before, limit, isRedriven);

    /// <inheritdoc/>
    public IReadOnlyList<Fact> ReadFacts(long execution, int from = 0, int limit = int.MaxValue) => journal.ReadFacts(execution, from, limit);

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> ReadOpen() => journal.ReadOpen();

    /// <inheritdoc/>
    public int Purge(DateTimeOffset endedBefore, int limit) => journal.Purge(endedBefore, limit);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whoever opened the journal closes it.
    }

    /// <summary>Begins to watch an execution.</summary>
    public JournalWatch Watch(long execution)
    {
        var watch = new JournalWatch(this, execution);
        lock (gate)
        {
            if (!watches.TryGetValue(execution, out var others))
            {
                watches.Add(execution, others = []);
            }

            others.Add(watch);
            watchCount++;
        }

        return watch;
    }

    /// <summary>Watches no longer.</summary>
    public void End(JournalWatch watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        lock (gate)
        {
            if (watches.TryGetValue(watch.Execution, out var others) && others.Remove(watch))
            {
                watchCount--;
                if (others.Count == 0)
                {
                    watches.Remove(watch.Execution);
                }
            }
        }
    }

    private void Tell(JournalGroup group)
    {
        lock (gate)
        {
            foreach (var row in group.Rows)
            {
                if (watches.TryGetValue(row.Execution, out var watching))
                {
                    watching.ForEach(static watch => watch.Ring());
                }
            }
        }
    }
}
