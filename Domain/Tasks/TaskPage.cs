using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>A part of a list of tasks.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Next">The cursor that asks for what follows, or null at the end. Opaque, and good for the same query only.</param>
public sealed record TaskPage(ValueList<TrackedTask> Tasks, string? Next);
