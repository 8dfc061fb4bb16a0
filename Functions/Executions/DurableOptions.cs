using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>How executions on Durable Functions behave.</summary>
public sealed record DurableOptions
{
    /// <summary>What STANDARD executions may use up.</summary>
    public ExecutionLimits StandardLimits { get; init; } = ExecutionLimits.Standard;

    /// <summary>What EXPRESS executions may use up.</summary>
    public ExecutionLimits ExpressLimits { get; init; } = ExecutionLimits.Express;

    /// <summary>How long an execution that has ended is kept; its name is taken as long. Null for ever.</summary>
    public TimeSpan? Retention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long a stop is waited for. Whoever asked is answered then even if the orchestration has not got round to it.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many children of one Map Run run at once at most, whatever its MaxConcurrency says.</summary>
    public int MapRunConcurrency { get; init; } = 256;

    /// <summary>How much of the facts of executions that somebody looks at a process keeps, so as not to read it again; in bytes of their text.</summary>
    public long BytesOfFactsKept { get; init; } = 32 * 1024 * 1024;

    /// <summary>After how long something that was not handed over is taken to have been forgotten.</summary>
    public TimeSpan HandoverPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How soon it is looked whether an execution has ended; from then on more and more seldom.</summary>
    public TimeSpan FirstLook { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long at most between two looks.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(2);
}
