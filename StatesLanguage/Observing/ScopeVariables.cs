using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>The variables that were assigned in the machine itself, in a branch or in an iteration.</summary>
/// <param name="Scope">The branches and iterations, the outermost first; none for the machine itself.</param>
/// <param name="Values">The variables.</param>
public sealed record ScopeVariables(ValueList<StatePlace> Scope, JsonObject Values);
