using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>The machine that the children of a DISTRIBUTED Map run: the graph of its ItemProcessor. It is stored nowhere but in the machine it is part of.</summary>
public static class ChildMachine
{
    /// <summary>The machine of a Map's children.</summary>
    public static StateMachine Of(StateMachine machine, MapState map)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(map);
        return new StateMachine { Graph = map.ItemProcessor, QueryLanguage = machine.QueryLanguage };
    }

    /// <summary>The Map of that name, however deep it lies; null where there is none.</summary>
    public static MapState? Map(StateMachine machine, string stateName)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return Map(machine.Graph, stateName);
    }

    private static MapState? Map(StateGraph graph, string stateName)
    {
        foreach (var state in graph.States)
        {
            var found = state switch
            {
                MapState map when map.Name == stateName => map,
                MapState map => Map(map.ItemProcessor, stateName),
                ParallelState parallel => parallel.Branches.Select(branch => Map(branch, stateName)).FirstOrDefault(map => map is not null),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
