using TaskOrchestration.Orchestrations.Journals;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>What the applier has done in memory and the committer makes durable at once, and what follows when it is.</summary>
internal sealed class Group
{
    /// <summary>So many facts are enough: more would let the first of them wait for the last.</summary>
    private const int EnoughRows = 2_048;

    /// <summary>1, 2, 3 … in the order of commits.</summary>
    public long Number { get; set; }

    /// <summary>What is written.</summary>
    public JournalGroup Journal { get; } = new();

    /// <summary>What is then done in the world.</summary>
    public List<PendingEffect> Effects { get; } = [];

    /// <summary>What observers are then told.</summary>
    public List<PendingObservation> Observations { get; } = [];

    /// <summary>Who is then told.</summary>
    public List<Command> Answers { get; } = [];

    public bool IsEmpty => Journal.Rows.Count == 0 && Answers.Count == 0;

    public bool IsFull => Journal.Rows.Count >= EnoughRows || Answers.Count >= EnoughRows;

    public void Clear()
    {
        Journal.Clear();
        Effects.Clear();
        Observations.Clear();
        Answers.Clear();
    }
}
