using System.Collections.Concurrent;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Machines by their definitions, each parsed once a process: an orchestrator comes by with every event.</summary>
public sealed class MachineCache
{
    private const int Capacity = 1_024;

    private readonly ConcurrentDictionary<string, StateMachine> machines = [];

    /// <summary>The machine of a definition that was found to be good when it was stored.</summary>
    public StateMachine Of(string definition)
    {
        if (machines.TryGetValue(definition, out var known))
        {
            return known;
        }

        if (machines.Count >= Capacity)
        {
            machines.Clear();
        }

        var parsed = DefinitionParser.Parse(definition);
        return machines.GetOrAdd(
            definition,
            parsed.Machine ?? throw new FormatException($"expected a definition without problems, found: {string.Join("; ", parsed.Problems)}"));
    }
}
