namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>A fact as a moment at which an execution can be looked at.</summary>
/// <param name="Index">Its place among the facts: 0, 1, 2 …</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="StateName">The state whose task or timer it was about, or null.</param>
/// <param name="LastEvent">How many events the history has after it.</param>
public sealed record FactMoment(int Index, DateTimeOffset At, FactKind Kind, string? StateName, long LastEvent);
