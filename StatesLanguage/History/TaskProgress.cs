using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.History;

/// <summary>What a history says of attempts at tasks, and no more: for those who count and time them, at a fraction of what the history costs.</summary>
/// <param name="Resource">What does the work.</param>
/// <param name="Phase">How far the attempt has come.</param>
/// <param name="At">When.</param>
/// <param name="ScheduledAt">When it was scheduled; none if that is not known any more, after the execution was read from a snapshot.</param>
/// <param name="StartedAt">When it began; none if it has not, or if that is not known any more.</param>
public readonly record struct TaskProgress(TaskResource Resource, TaskPhase Phase, DateTimeOffset At, DateTimeOffset? ScheduledAt, DateTimeOffset? StartedAt);
