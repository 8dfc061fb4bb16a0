namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Where the events of a subscription go.</summary>
public abstract record StatusTarget
{
    private StatusTarget()
    {
    }

    /// <summary>They are posted to a URL.</summary>
    /// <param name="Url">The URL.</param>
    /// <param name="Secret">The key that they are signed with; null to leave them unsigned.</param>
    public sealed record Webhook(Uri Url, string? Secret) : StatusTarget;

    /// <summary>They are put into a queue.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record QueueNamed(string Name) : StatusTarget;
}
