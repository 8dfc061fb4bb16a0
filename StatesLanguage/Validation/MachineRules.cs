using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>The rules about a machine as a whole: what one state alone cannot get wrong.</summary>
internal static class MachineRules
{
    public static void Check(StateMachine machine, StateMachineType type, bool isStored, ProblemList problems)
    {
        var graphs = PlacedGraph.AllOf(machine);
        UniqueNames.Check(graphs, problems);
        MapLabels.Check(graphs, problems);
        VariableScopes.Check(graphs, problems);
        foreach (var graph in graphs)
        {
            JsonataReferences.Check(graph, problems);
            TransitionTargets.Check(graph, problems);
            if (TerminalStates.Check(graph, problems))
            {
                // Of one that never ends AWS does not say what it does not reach.
                Reachability.Check(graph, problems);
            }

            ExpressResources.Check(graph, type, problems);
            if (!isStored)
            {
                IntegrationPatterns.Check(graph, problems);
            }
        }
    }
}
