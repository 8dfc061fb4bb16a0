using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>A list of tasks on its way into a file.</summary>
public sealed record TaskExport
{
    /// <summary>Its id.</summary>
    public required string ExportId { get; init; }

    /// <summary>How it stands; <see cref="TrackedStatus.Succeeded"/> once the file can be opened.</summary>
    public required TrackedStatus Status { get; init; }

    /// <summary>Which tasks, and in which order.</summary>
    public required TaskQuery Filter { get; init; }

    /// <summary>How the file is written.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Owner { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How many tasks the file has, once it is written.</summary>
    public long? Tasks { get; init; }

    /// <summary>The size of the file in bytes, once it is written.</summary>
    public long? Length { get; init; }

    /// <summary>Why it failed, once it has.</summary>
    public TaskFailure? Failure { get; init; }
}
