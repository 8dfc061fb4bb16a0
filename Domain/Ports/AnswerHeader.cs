namespace TaskOrchestration.Domain.Ports;

/// <summary>A header of an <see cref="IdempotentAnswer"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record AnswerHeader(string Name, string Value);
