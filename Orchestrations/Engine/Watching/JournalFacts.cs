using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Engine.Watching;

/// <summary>The facts of executions in the journal.</summary>
internal sealed class JournalFacts(WatchedJournal journal, ExecutionReading reading, ParsedMachines machines) : IFactSource
{
    /// <inheritdoc/>
    public async ValueTask<IFactLog?> FindAsync(string executionArn, CancellationToken cancellationToken = default) =>
        reading.Find(executionArn) is { } entry
            ? new JournalLog(journal, entry, await machines.FindAsync(entry.Revision, entry.Child?.StateName, cancellationToken))
            : null;
}
