namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>How deliveries to one receiver have gone, as far as this process knows.</summary>
/// <param name="Failures">How many attempts in a row were in vain.</param>
/// <param name="LastSuccess">When the receiver last took an event.</param>
/// <param name="LastFailure">When it last did not.</param>
/// <param name="LastReason">What was wrong then.</param>
public sealed record DeliveryHealth(int Failures = 0, DateTimeOffset? LastSuccess = null, DateTimeOffset? LastFailure = null, string? LastReason = null)
{
    private const int Enough = 5;

    /// <summary>Whether the receiver is out of order by all appearances: then it is tried with one event at a time, and more and more seldom.</summary>
    public bool IsInTrouble => Failures >= Enough;

    /// <summary>How long the receiver is left alone.</summary>
    public TimeSpan Pause => IsInTrouble ? Backoff.After(Failures - Enough + 1) : TimeSpan.Zero;

    /// <summary>After it took an event.</summary>
    public DeliveryHealth Succeeded(DateTimeOffset at) => this with { Failures = 0, LastSuccess = at };

    /// <summary>After it did not take one for the time being.</summary>
    public DeliveryHealth Failed(DateTimeOffset at, string reason) => this with { Failures = Failures + 1, LastFailure = at, LastReason = reason };

    /// <summary>After it refused one for good. It is there, and may take others.</summary>
    public DeliveryHealth Refused(DateTimeOffset at, string reason) => this with { Failures = 0, LastFailure = at, LastReason = reason };
}
