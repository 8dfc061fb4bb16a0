using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>A list of tasks that somebody wants as a file.</summary>
public sealed record ExportSubmission
{
    /// <summary>Which tasks, and in which order.</summary>
    public required TaskQuery Filter { get; init; }

    /// <summary>How the file is written.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>Whose the export is to be.</summary>
    public required string Owner { get; init; }

    /// <summary>Who submits it.</summary>
    public required string By { get; init; }

    /// <summary>A text of the submitter's that makes this the same submission as an earlier one under it.</summary>
    public string? IdempotencyKey { get; init; }
}
