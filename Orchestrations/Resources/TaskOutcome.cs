using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>How a task went.</summary>
public abstract record TaskOutcome
{
    private TaskOutcome() { }

    /// <summary>It has yielded a result.</summary>
    public sealed record Succeeded(Json Output) : TaskOutcome;

    /// <summary>It has failed.</summary>
    public sealed record Failed(Failure Failure) : TaskOutcome;

    /// <summary>A service has accepted it; the result comes by callback (<c>.waitForTaskToken</c>).</summary>
    public sealed record Submitted(Json Output) : TaskOutcome;
}
