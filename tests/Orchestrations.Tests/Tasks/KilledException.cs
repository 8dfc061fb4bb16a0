namespace TaskOrchestration.Orchestrations.Tests.Tasks;

internal sealed class KilledException() : Exception("The process is dead.");
