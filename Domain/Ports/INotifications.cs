namespace TaskOrchestration.Domain.Ports;

/// <summary>Tells customers.</summary>
public interface INotifications
{
    /// <summary>Sends a message, at most once under its token.</summary>
    /// <param name="token">The idempotency token.</param>
    /// <param name="recipient">The customer; none when the order names none, and then the message is only kept.</param>
    /// <param name="text">The message.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask SendAsync(
        string token, string? recipient, string text, DateTimeOffset at, CancellationToken cancellationToken = default);
}
