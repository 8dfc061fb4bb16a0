using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>What a state needs from the world before it can go on.</summary>
public abstract record TrialNeed
{
    private TrialNeed() { }

    /// <summary>Nothing more: it is over.</summary>
    public sealed record Nothing(StateTrialResult Result) : TrialNeed;

    /// <summary>To have a task done.</summary>
    public sealed record Work(TaskRequest Request) : TrialNeed;

    /// <summary>To have the items read out of <see cref="StateTrialStart.ReaderText"/>.</summary>
    public sealed record Items(ItemSource.Read Source) : TrialNeed;

    /// <summary>To wait until a moment.</summary>
    public sealed record Pause(DateTimeOffset Due) : TrialNeed;
}
