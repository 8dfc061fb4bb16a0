namespace TaskOrchestration.Domain.Ports;

/// <summary>A cursor that was not given out for the query it came with.</summary>
public sealed class InvalidCursorException(string message) : Exception(message);
