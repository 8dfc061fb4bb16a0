using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>Takes no time, however long it should.</summary>
public sealed class NoPause : IPause
{
    /// <inheritdoc/>
    public ValueTask WaitAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.CompletedTask;
    }
}
