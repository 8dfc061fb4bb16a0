namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>A statement of a list with its parameters.</summary>
internal sealed record ListStatement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);
