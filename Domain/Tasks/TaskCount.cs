namespace TaskOrchestration.Domain.Tasks;

/// <summary>How many tasks of one kind stand alike.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Status">How they stand.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">When the one that has not changed for longest last changed.</param>
public sealed record TaskCount(TaskKind Kind, TrackedStatus Status, long Count, DateTimeOffset Oldest);
