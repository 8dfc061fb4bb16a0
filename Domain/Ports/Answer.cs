namespace TaskOrchestration.Domain.Ports;

/// <summary>What was answered under a token.</summary>
/// <param name="Token">The idempotency token.</param>
/// <param name="Outcome">One word: what was decided.</param>
/// <param name="Detail">What goes with it, for instance a tracking number.</param>
/// <param name="At">When.</param>
public sealed record Answer(string Token, string Outcome, string? Detail, DateTimeOffset At);
