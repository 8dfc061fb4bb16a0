namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What a firing is to start cannot be started, now or later.</summary>
public sealed class FiringRefusedException(string message, Exception? inner = null) : Exception(message, inner);
