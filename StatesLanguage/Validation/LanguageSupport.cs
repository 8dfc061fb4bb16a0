using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Refuses query languages that executions do not evaluate: better no machine than one that runs wrongly.</summary>
internal static class LanguageSupport
{
    public static void Check(StateMachine machine, IReadOnlyList<PlacedGraph> graphs, ProblemList problems)
    {
        if (machine.QueryLanguage == QueryLanguage.Jsonata)
        {
            Report(problems, Place.Root.Member("QueryLanguage"));
            return;
        }

        foreach (var graph in graphs)
        {
            if (graph.Graph.States.FirstOrDefault(state => state.QueryLanguage == QueryLanguage.Jsonata) is { } state)
            {
                Report(problems, graph.PlaceOf(state).Member("QueryLanguage"));
                return;
            }
        }
    }

    private static void Report(ProblemList problems, Place place) =>
        problems.Add(ProblemCode.NotSupportedYet, "The QueryLanguage 'JSONata' is not supported yet", place);
}
