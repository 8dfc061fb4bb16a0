namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>What a receiver made of an event.</summary>
public abstract record Reception
{
    private Reception()
    {
    }

    /// <summary>It has it.</summary>
    public sealed record Taken : Reception;

    /// <summary>It could not take it now.</summary>
    /// <param name="Reason">What was found.</param>
    public sealed record NotNow(string Reason) : Reception;

    /// <summary>It will not take it however often it is tried.</summary>
    /// <param name="Reason">What was found.</param>
    public sealed record Never(string Reason) : Reception;
}
