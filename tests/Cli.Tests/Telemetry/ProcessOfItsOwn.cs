namespace TaskOrchestration.Cli.Tests.Telemetry;

/// <summary>Tests that run while no others do: whoever listens to spans and meters hears every server in the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessOfItsOwn
{
    public const string Name = "a process of its own";
}
