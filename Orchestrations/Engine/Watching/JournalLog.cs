using System.Globalization;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine.Watching;

/// <summary>The facts of an execution in the journal.</summary>
internal sealed class JournalLog(WatchedJournal journal, ExecutionEntry entry, StateMachine machine) : IFactLog
{
    /// <inheritdoc/>
    public string ExecutionArn => entry.ExecutionArn;

    /// <inheritdoc/>
    public string Identity { get; } = entry.Key.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public StateMachine Machine => machine;

    /// <inheritdoc/>
    public ExecutionStatus Status => entry.Status;

    /// <inheritdoc/>
    public int RedriveCount => entry.RedriveCount;

    /// <inheritdoc/>
    public ValueTask<FactsRead> ReadAsync(int from, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new FactsRead(journal.ReadFacts(entry.Key, from, limit)));

    /// <inheritdoc/>
    public IFactWatch Watch() => journal.Watch(entry.Key);
}
