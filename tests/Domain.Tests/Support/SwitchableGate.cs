namespace TaskOrchestration.Domain.Tests.Support;

/// <summary>Interleaves until it is opened.</summary>
internal sealed class SwitchableGate(InterleavingGate interleaving) : IGate
{
    public InterleavingGate Interleaving => interleaving;

    public bool IsOpen { get; set; }

    public ValueTask PassAsync() => IsOpen ? ValueTask.CompletedTask : interleaving.PassAsync();
}
