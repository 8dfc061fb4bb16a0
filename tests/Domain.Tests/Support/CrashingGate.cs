namespace TaskOrchestration.Domain.Tests.Support;

/// <summary>Crashes at chosen passes, counted from 1 over the whole life of the gate.</summary>
internal sealed class CrashingGate(params IReadOnlyCollection<int> crashes) : IGate
{
    public int Passes { get; private set; }

    public ValueTask PassAsync()
    {
        Passes++;
        return crashes.Contains(Passes) ? throw new CrashException() : ValueTask.CompletedTask;
    }
}
