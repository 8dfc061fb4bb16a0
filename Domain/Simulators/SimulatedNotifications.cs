using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>Keeps every message where a real one would send it.</summary>
public sealed class SimulatedNotifications(IAnswerStore answers) : INotifications
{
    /// <inheritdoc/>
    public async ValueTask SendAsync(
        string token, string? recipient, string text, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        await answers.KeepAsync(
            new Answer($"message:{token}", "Sent", recipient is null ? text : $"To {recipient}: {text}", at), cancellationToken);
}
