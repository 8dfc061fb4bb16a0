namespace TaskOrchestration.Conformance.Tests;

/// <summary>The program was called wrongly; the message says how.</summary>
public sealed class WrongCallException(string message) : Exception(message);
