namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>One step of a path: into a map by a name, or into a list by an index.</summary>
/// <param name="Name">The name, or null for an index.</param>
/// <param name="Index">The index.</param>
internal sealed record PathStep(string? Name, int Index = 0);
