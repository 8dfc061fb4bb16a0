using System.ComponentModel;
using TaskOrchestration.Orchestrations.Exports;

namespace TaskOrchestration.Api.Tasks.Exports;

/// <summary>A list of tasks that somebody wants as a file.</summary>
internal sealed record ExportRequest
{
    [Description("How the file is written.")]
    public required ExportFormat Format { get; init; }

    [Description("Which tasks; all that the caller may see without it.")]
    public ExportFilter? Filter { get; init; }
}
