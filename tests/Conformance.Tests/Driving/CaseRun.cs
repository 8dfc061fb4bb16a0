namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>A run that a case of a corpus asked for.</summary>
/// <param name="Name">The corpus, the case, and where it has several runs, which one.</param>
/// <param name="Run">The run.</param>
public sealed record CaseRun(string Name, RecordedRun Run);
