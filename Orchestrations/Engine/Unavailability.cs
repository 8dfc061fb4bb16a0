using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>What senders are told when the engine does nothing for them any more.</summary>
internal static class Unavailability
{
    /// <summary>It is shutting down.</summary>
    public static RefusedException OnPurpose() => new(Refusal.Unavailable, "The engine is shutting down.");

    /// <summary>It had to stop.</summary>
    public static RefusedException Because(Exception e) => new(Refusal.Unavailable, $"The engine has stopped: {e.Message}");
}
