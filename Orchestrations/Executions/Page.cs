using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor that asks for what follows, or null at the end. Opaque, and good for the same query only.</param>
public sealed record Page<T>(ValueList<T> Items, string? Next);
