using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>A graph and where in the definition it stands.</summary>
/// <param name="Graph">The states.</param>
/// <param name="Place">The object with StartAt and States.</param>
/// <param name="Outer">The graph around it; null for the machine's own.</param>
/// <param name="Distribution">Set where the graph is what the children of a DISTRIBUTED Map run.</param>
internal sealed record PlacedGraph(StateGraph Graph, Place Place, PlacedGraph? Outer, Distribution? Distribution = null)
{
    /// <summary>A machine's own graph and all that nest in it, outer before inner.</summary>
    public static IReadOnlyList<PlacedGraph> AllOf(StateMachine machine)
    {
        var found = new List<PlacedGraph> { new(machine.Graph, Place.Root, Outer: null) };
        for (var i = 0; i < found.Count; i++)
        {
            found[i].AddNested(found);
        }

        return found;
    }

    /// <summary>Where one of the states is.</summary>
    public Place PlaceOf(State state) => Place.Member("States").Member(state.Name);

    /// <summary>The type of the executions that run it, given the machine's.</summary>
    public StateMachineType TypeWithin(StateMachineType machine) => Distribution?.ExecutionType ?? Outer?.TypeWithin(machine) ?? machine;

    private void AddNested(List<PlacedGraph> found)
    {
        foreach (var state in Graph.States)
        {
            if (state is MapState map)
            {
                found.Add(new PlacedGraph(map.ItemProcessor, PlaceOf(state).Member(map.UsesIterator ? "Iterator" : "ItemProcessor"), this, map.Distribution));
            }
            else if (state is ParallelState parallel)
            {
                var branches = PlaceOf(state).Member("Branches");
                for (var i = 0; i < parallel.Branches.Count; i++)
                {
                    found.Add(new PlacedGraph(parallel.Branches[i], branches.Item(i), this));
                }
            }
        }
    }
}
