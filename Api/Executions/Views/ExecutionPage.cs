using System.ComponentModel;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>Executions, newest first.</summary>
internal sealed record ExecutionPage
{
    /// <summary>The executions.</summary>
    public required IReadOnlyList<ExecutionSummaryView> Items { get; init; }

    /// <summary>The cursor of what follows; missing at the end. A page may be short, or empty, and have one: as much was looked at as one request may.</summary>
    [Description("The cursor of what follows; missing at the end. A page may be short, or empty, and still have one.")]
    public string? Next { get; init; }

    /// <summary>How many executions were looked at for this page.</summary>
    public required int Examined { get; init; }

    /// <summary>When the last one looked at began.</summary>
    public DateTimeOffset? ExaminedTo { get; init; }
}
