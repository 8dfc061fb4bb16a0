using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>What became of the text of a mock configuration.</summary>
/// <param name="Configuration">The configuration, or null if there is any problem.</param>
/// <param name="Problems">All that is wrong with it.</param>
public sealed record ParsedMocks(MockConfiguration? Configuration, ValueList<MockProblem> Problems);
