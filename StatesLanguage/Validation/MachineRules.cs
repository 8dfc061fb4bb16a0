using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>The rules about a machine as a whole: what one state alone cannot get wrong.</summary>
internal static class MachineRules
{
    public static void Check(StateMachine machine, StateMachineType type, ProblemList problems)
    {
        var graphs = PlacedGraph.AllOf(machine);
        UniqueNames.Check(graphs, problems);
        VariableScopes.Check(graphs, problems);
        foreach (var graph in graphs)
        {
            TransitionTargets.Check(graph, problems);
            Reachability.Check(graph, problems);
            TerminalStates.Check(graph, problems);
            if (type == StateMachineType.Express)
            {
                ExpressResources.Check(graph, problems);
            }
        }
    }
}
