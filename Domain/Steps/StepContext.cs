namespace TaskOrchestration.Domain.Steps;

/// <summary>What a step is told beside its request.</summary>
/// <param name="IdempotencyToken">
/// The same however often this visit of the step is carried out: after a crash, and for every attempt of a Retry. It also names
/// what the request left unnamed (an order or transaction without an id).
/// </param>
/// <param name="Now">The time to write into records.</param>
public sealed record StepContext(string IdempotencyToken, DateTimeOffset Now);
