using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Which executions are looked for. Of the machine and the Map Run, one is given.</summary>
public sealed record ExecutionCriteria
{
    /// <summary>Those of this machine.</summary>
    public string? StateMachineArn { get; init; }

    /// <summary>The children of this Map Run.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>Only those that stand so; in any way if there are none.</summary>
    public ValueList<ExecutionStatus> Statuses { get; init; } = [];

    /// <summary>Only those whose name contains this, whatever its case.</summary>
    public string? Name { get; init; }

    /// <summary>Only those whose input or output contains this as JSON text, whatever its case and the blanks between the parts of the JSON.</summary>
    public string? Text { get; init; }

    /// <summary>Only those that have this in their name, or as <see cref="Text"/>.</summary>
    public string? Anywhere { get; init; }

    /// <summary>Only those that began at this moment or later.</summary>
    public DateTimeOffset? StartedFrom { get; init; }

    /// <summary>Only those that began before this moment.</summary>
    public DateTimeOffset? StartedTo { get; init; }

    /// <summary>Only those that have been redriven, only those that have not, or null for all.</summary>
    public bool? IsRedriven { get; init; }

    /// <summary>Whether an execution is one of them, as far as a list tells.</summary>
    public bool Match(ExecutionSummary execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        return (Statuses.Count == 0 || Statuses.Contains(execution.Status))
            && (Name is null || execution.Name.Contains(Name, StringComparison.OrdinalIgnoreCase))
            && (StartedTo is null || execution.StartDate < StartedTo);
    }
}
