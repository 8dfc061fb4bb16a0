using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Executions of a machine that began in a time, with how they stand now.</summary>
public sealed record MachineMetrics
{
    /// <summary>All together.</summary>
    public required MetricsPart Whole { get; init; }

    /// <summary>The time in equal parts.</summary>
    public required ValueList<MetricsPart> Series { get; init; }

    /// <summary>How many executions were looked at.</summary>
    public required int Counted { get; init; }

    /// <summary>Whether these were all; otherwise older ones were not looked at.</summary>
    public required bool IsComplete { get; init; }
}
