using TaskOrchestration.StatesLanguage.Parsing;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>A definition that a case needs was refused.</summary>
public sealed class DefinitionRefusedException(IEnumerable<Problem> problems)
    : Exception(string.Join("; ", problems.Select(problem => $"{problem.Code}: {problem.Message} at {problem.Pointer}")));
