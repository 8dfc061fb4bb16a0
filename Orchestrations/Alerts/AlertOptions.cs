namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>Whom to call. The section <c>Alerts</c> of the settings.</summary>
public sealed record AlertOptions
{
    /// <summary>Where a notice is posted when a rule fires and when it is resolved; none to show the rules' states only.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>The key that notices are signed with; none to leave them unsigned.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>How long a notice is offered again to a receiver that cannot take it.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Sees that they can be followed.</summary>
    /// <exception cref="InvalidDataException">The URL is not one that can be posted to.</exception>
    public void Check()
    {
        if (WebhookUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
        {
            throw new InvalidDataException($"Alerts:WebhookUrl: expected an http or https URL, found '{url}'.");
        }

        if (GiveUpAfter <= TimeSpan.Zero)
        {
            throw new InvalidDataException($"Alerts:GiveUpAfter: expected more than no time, found {GiveUpAfter}.");
        }
    }
}
