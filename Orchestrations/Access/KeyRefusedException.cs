namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Something was not done with an API key, and nothing was changed.</summary>
public sealed class KeyRefusedException(KeyRefusal refusal, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public KeyRefusal Refusal => refusal;
}
