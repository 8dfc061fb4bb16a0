namespace TaskOrchestration.Functions.Tests.Telemetry;

/// <summary>Tests that run while no others do: whoever listens to spans and meters, or measures memory, hears everything in the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessOfItsOwn
{
    public const string Name = "in a process of its own";
}
