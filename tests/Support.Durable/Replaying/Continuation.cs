namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>An orchestration goes on as a new generation, with an empty history.</summary>
/// <param name="Input">What the next one begins with, as text.</param>
/// <param name="PreserveEvents">Whether events that nobody has waited for go along.</param>
internal sealed record Continuation(string? Input, bool PreserveEvents);
