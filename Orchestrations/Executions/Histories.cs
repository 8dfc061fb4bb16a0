using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Histories derived from journals.</summary>
internal sealed class Histories(IJournal journal, ParsedMachines machines)
{
    private readonly RecentHistories<long> recent = new();

    /// <summary>Some events of an execution, as its journal stands now.</summary>
    /// <param name="entry">The execution.</param>
    /// <param name="reverse">Newest first.</param>
    /// <param name="after">The id of the event that the page before ended with, or null to begin.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<(IReadOnlyList<HistoryEvent> Events, bool HasMore)> ReadAsync(
        ExecutionEntry entry, bool reverse, long? after, int limit, CancellationToken cancellationToken)
    {
        var machine = await machines.FindAsync(entry.Revision, entry.Child?.StateName, cancellationToken);
        return recent.Of(entry.Key, machine).Read(from => journal.ReadFacts(entry.Key, from), reverse, after, limit);
    }
}
