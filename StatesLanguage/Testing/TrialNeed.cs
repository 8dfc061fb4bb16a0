using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>What a state needs from the world before it can go on.</summary>
public abstract record TrialNeed
{
    private TrialNeed() { }

    /// <summary>Nothing more: it is over.</summary>
    public sealed record Nothing(StateTrialResult Result) : TrialNeed;

    /// <summary>To have a task done.</summary>
    public sealed record Work(TaskRequest Request) : TrialNeed;

    /// <summary>To wait until a moment.</summary>
    public sealed record Pause(DateTimeOffset Due) : TrialNeed;
}
