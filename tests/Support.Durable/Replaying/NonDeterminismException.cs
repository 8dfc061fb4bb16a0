namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>An orchestrator did something else when it was replayed than it had done before.</summary>
public sealed class NonDeterminismException : Exception
{
    internal NonDeterminismException(string instanceId, int place, Call? before, Call? now)
        : base($"Orchestration {instanceId}, call {place}: expected what it did before, {before?.ToString() ?? "nothing more"}; found {now?.ToString() ?? "nothing more"}.")
    {
    }
}
