using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Where an engine keeps what it knows. What is not given is kept in memory, for as long as this is.</summary>
public sealed record EngineStores
{
    /// <summary>The executions and their facts.</summary>
    public IJournal Journal { get; init; } = new MemoryJournal();

    /// <summary>The machines.</summary>
    public IStateMachineStore Machines { get; init; } = new MemoryStateMachineStore();

    /// <summary>The machines' versions, aliases and tags.</summary>
    public IResourceDocuments Documents { get; init; } = new MemoryResourceDocuments();

    /// <summary>The Map Runs.</summary>
    public IMapRunStore MapRuns { get; init; } = new MemoryMapRunStore();

    /// <summary>The activities.</summary>
    public IActivityStore Activities { get; init; } = new MemoryActivityStore();
}
