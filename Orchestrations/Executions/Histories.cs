using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Histories derived from journals. The last few are kept, so that reading one page by page derives it once.</summary>
internal sealed class Histories(IJournal journal, ParsedMachines machines)
{
    private const int Kept = 2;

    private readonly Lock gate = new();
    private readonly LinkedList<DerivedHistory> recent = new();

    /// <summary>Some events of an execution, as its journal stands now.</summary>
    /// <param name="entry">The execution.</param>
    /// <param name="reverse">Newest first.</param>
    /// <param name="after">The id of the event that the page before ended with, or null to begin.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<(IReadOnlyList<HistoryEvent> Events, bool HasMore)> ReadAsync(
        ExecutionEntry entry, bool reverse, long? after, int limit, CancellationToken cancellationToken)
    {
        var machine = await machines.FindAsync(entry.Revision, cancellationToken);
        var history = Recall(entry.Key) ?? Remember(new DerivedHistory(entry.Key, machine));
        return history.Read(journal, reverse, after, limit);
    }

    private DerivedHistory? Recall(long execution)
    {
        lock (gate)
        {
            var known = recent.FirstOrDefault(history => history.ExecutionKey == execution);
            if (known is not null)
            {
                recent.Remove(known);
                recent.AddFirst(known);
            }

            return known;
        }
    }

    private DerivedHistory Remember(DerivedHistory history)
    {
        lock (gate)
        {
            recent.AddFirst(history);
            if (recent.Count > Kept)
            {
                recent.RemoveLast();
            }
        }

        return history;
    }
}
