namespace TaskOrchestration.Domain.Ports;

/// <summary>Lets time pass, so that the simulators can be slow.</summary>
public interface IPause
{
    /// <summary>Returns when so much time has passed.</summary>
    ValueTask WaitAsync(TimeSpan time, CancellationToken cancellationToken = default);
}
