using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>A graph and where in the definition it stands.</summary>
/// <param name="Graph">The states.</param>
/// <param name="Pointer">The pointer of the object with StartAt and States; empty for the machine itself.</param>
internal sealed record PlacedGraph(StateGraph Graph, string Pointer)
{
    /// <summary>A machine's own graph and all that nest in it, outer before inner.</summary>
    public static IReadOnlyList<PlacedGraph> AllOf(StateMachine machine)
    {
        var found = new List<PlacedGraph> { new(machine.Graph, "") };
        for (var i = 0; i < found.Count; i++)
        {
            found[i].AddNested(found);
        }

        return found;
    }

    /// <summary>Where one of the states is.</summary>
    public string PointerOf(State state) => $"{Pointer}/States/{state.Name}";

    private void AddNested(List<PlacedGraph> found)
    {
        foreach (var state in Graph.States)
        {
            if (state is MapState map)
            {
                found.Add(new PlacedGraph(map.ItemProcessor, $"{PointerOf(state)}/{(map.UsesIterator ? "Iterator" : "ItemProcessor")}"));
            }
            else if (state is ParallelState parallel)
            {
                for (var i = 0; i < parallel.Branches.Count; i++)
                {
                    found.Add(new PlacedGraph(parallel.Branches[i], $"{PointerOf(state)}/Branches[{i}]"));
                }
            }
        }
    }
}
