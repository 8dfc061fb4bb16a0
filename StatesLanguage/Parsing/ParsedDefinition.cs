using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>What became of a definition's text.</summary>
/// <param name="Machine">The machine, or null if any problem is an error.</param>
/// <param name="Problems">All that was found, in the order of the text.</param>
public sealed record ParsedDefinition(StateMachine? Machine, ValueList<Problem> Problems);
