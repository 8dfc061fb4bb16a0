using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>A piece of business that somebody wants done.</summary>
public sealed record TaskSubmission
{
    /// <summary>What it is about.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>What the workflow is started with: the purchase, refund or order as its steps read it, or what the batch needs.</summary>
    public required JsonObject Input { get; init; }

    /// <summary>The name of the machine, for a batch; the other kinds have a workflow of their own.</summary>
    public string? Workflow { get; init; }

    /// <summary>What people call it; none for a title that follows from the content.</summary>
    public string? Title { get; init; }

    /// <summary>Whose it is to be.</summary>
    public required string Owner { get; init; }

    /// <summary>Who submits it.</summary>
    public required string By { get; init; }

    /// <summary>How urgent it is.</summary>
    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    /// <summary>When it should be done.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>A text of the submitter's that makes this the same submission as an earlier one under it; none for a new one in any case.</summary>
    public string? IdempotencyKey { get; init; }
}
