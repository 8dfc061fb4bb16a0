namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>An orchestrator waited for something that is not durable, went on on another thread, or kept a context beyond its episode.</summary>
public sealed class IllegalAwaitException(string instanceId, string what) : InvalidOperationException($"Orchestration {instanceId}: {what}.");
