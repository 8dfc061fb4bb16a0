using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>No graph assigns a variable that a graph around it assigns, too: it would hide that one without setting it.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between states with variables</seealso>
internal static class VariableScopes
{
    /// <summary>Checks all graphs of a machine against those around them.</summary>
    /// <param name="graphs">All graphs of a machine, outer before inner.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Check(IReadOnlyList<PlacedGraph> graphs, ProblemList problems)
    {
        var assigned = new Dictionary<PlacedGraph, Dictionary<string, State>>(ReferenceEqualityComparer.Instance);
        foreach (var graph in graphs)
        {
            var own = assigned[graph] = new Dictionary<string, State>(StringComparer.Ordinal);
            foreach (var state in graph.Graph.States)
            {
                foreach (var (variable, place) in AssignedBy(state, graph.PlaceOf(state)))
                {
                    own.TryAdd(variable, state);
                    if (AssignedAround(graph, variable, assigned) is { } around)
                    {
                        problems.Add(
                            ProblemCode.Schema,
                            $"Expected a variable that no outer scope assigns, found '{variable}', which the state '{around.Name}' assigns",
                            place);
                    }
                }
            }
        }
    }

    private static State? AssignedAround(PlacedGraph graph, string variable, Dictionary<PlacedGraph, Dictionary<string, State>> assigned)
    {
        for (var outer = graph.Outer; outer is not null; outer = outer.Outer)
        {
            if (assigned[outer].TryGetValue(variable, out var state))
            {
                return state;
            }
        }

        return null;
    }

    private static IEnumerable<(string Variable, Place Place)> AssignedBy(State state, Place place)
    {
        var found = Named(state.Assign, place);
        if (state is WorkState work)
        {
            found = found.Concat(work.Catch.SelectMany((catcher, i) => Named(catcher.Assign, place.Member("Catch").Item(i))));
        }
        else if (state is ChoiceState choice)
        {
            found = found.Concat(choice.Choices.SelectMany((rule, i) => Named(rule.Assign, place.Member("Choices").Item(i))));
        }

        return found;
    }

    private static IEnumerable<(string Variable, Place Place)> Named(ValueList<Assignment> assignments, Place place) =>
        assignments.Select(assignment => (assignment.Variable, place.Member("Assign")));
}
