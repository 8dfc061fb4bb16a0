namespace TaskOrchestration.Domain.Tasks;

/// <summary>One line of a task's history.</summary>
/// <param name="Status">The status from then on; the same as before when only the step is another.</param>
/// <param name="At">When.</param>
/// <param name="By">Who: a caller's name, or <c>workflow:STATE</c>.</param>
/// <param name="Token">The idempotency token under which it was reported; a second report under it changes nothing.</param>
/// <param name="Note">What a reader of the history should know.</param>
public sealed record TaskChange(TrackedStatus Status, DateTimeOffset At, string By, string Token, string? Note = null);
