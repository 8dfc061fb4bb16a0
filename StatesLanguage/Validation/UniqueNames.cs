using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>No two states of a machine share a name, not even in different graphs.</summary>
internal static class UniqueNames
{
    public static void Check(IReadOnlyList<PlacedGraph> graphs, ProblemList problems)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var graph in graphs)
        {
            foreach (var state in graph.Graph.States)
            {
                var place = graph.PlaceOf(state);
                if (!seen.TryAdd(state.Name, place))
                {
                    problems.Add(
                        ProblemCode.DuplicateStateName,
                        $"Expected a state name that is unique in the machine, found '{state.Name}', which is also at {seen[state.Name]}",
                        place);
                }
            }
        }
    }
}
