using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>What all readers of one definition share.</summary>
/// <param name="Problems">Where problems go.</param>
/// <param name="MachineLanguage">The language of states that name none, however deeply they nest: a Map does not hand its own inwards.</param>
internal sealed record ParsingScope(ProblemList Problems, QueryLanguage MachineLanguage);
