using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>Where the states of a machine are.</summary>
public static class TestedStates
{
    /// <summary>The state of that name, which may lie in a branch or an ItemProcessor; or null.</summary>
    public static State? Find(StateMachine machine, string name)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return GraphOf(machine, name)?[name];
    }

    /// <summary>The graph with that state; or null.</summary>
    internal static StateGraph? GraphOf(StateMachine machine, string name)
    {
        var ahead = new Queue<StateGraph>([machine.Graph]);
        while (ahead.TryDequeue(out var graph))
        {
            foreach (var state in graph.States)
            {
                if (state.Name == name)
                {
                    return graph;
                }

                foreach (var inner in Within(state))
                {
                    ahead.Enqueue(inner);
                }
            }
        }

        return null;
    }

    private static IEnumerable<StateGraph> Within(State state) => state switch
    {
        MapState map => [map.ItemProcessor],
        ParallelState parallel => parallel.Branches,
        _ => [],
    };
}
