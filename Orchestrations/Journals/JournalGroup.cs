using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>What becomes durable together.</summary>
public sealed class JournalGroup
{
    /// <summary>Executions that began.</summary>
    public List<ExecutionEntry> Started { get; } = [];

    /// <summary>Facts, those of one execution in order.</summary>
    public List<JournalRow> Rows { get; } = [];

    /// <summary>Executions that had ended and run again; some may end again in the same group.</summary>
    public List<ExecutionRedrive> Redriven { get; } = [];

    /// <summary>Executions that ended.</summary>
    public List<ExecutionOutcome> Ended { get; } = [];

    /// <summary>Changes that somebody wants to be told of.</summary>
    public List<StatusChange> StatusChanges { get; } = [];

    /// <summary>Makes the group empty again.</summary>
    public void Clear()
    {
        Started.Clear();
        Rows.Clear();
        Redriven.Clear();
        Ended.Clear();
        StatusChanges.Clear();
    }
}
