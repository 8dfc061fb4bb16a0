using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Waits on a clock.</summary>
public sealed class TimerPause(TimeProvider clock) : IPause
{
    /// <inheritdoc/>
    public async ValueTask WaitAsync(TimeSpan time, CancellationToken cancellationToken = default) => await Task.Delay(time, clock, cancellationToken);
}
