using System.Collections.Concurrent;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Machines by their definitions, each parsed once a process: an orchestrator comes by with every event.</summary>
public sealed class MachineCache
{
    private const int Capacity = 1_024;

    private readonly ConcurrentDictionary<(string Definition, string? MapName), StateMachine> machines = [];

    /// <summary>The machine of a definition that was found to be good when it was stored.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="mapName">The Map in it whose children's machine is wanted, or null for the definition's own.</param>
    public StateMachine Of(string definition, string? mapName = null)
    {
        if (machines.TryGetValue((definition, mapName), out var known))
        {
            return known;
        }

        if (machines.Count >= Capacity)
        {
            machines.Clear();
        }

        return machines.GetOrAdd((definition, mapName), mapName is null ? Parsed(definition) : OfChildren(Of(definition), mapName));
    }

    private static StateMachine Parsed(string definition)
    {
        var parsed = DefinitionParser.Parse(definition, isStored: true);
        return parsed.Machine ?? throw new FormatException($"expected a definition without problems, found: {string.Join("; ", parsed.Problems)}");
    }

    private static StateMachine OfChildren(StateMachine machine, string mapName) =>
        ChildMachine.Of(machine, ChildMachine.Map(machine, mapName) ?? throw new FormatException($"expected a definition with a Map '{mapName}', found none"));
}
