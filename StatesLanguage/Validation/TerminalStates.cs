using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>A machine has a state at which it ends. That it can be reached is another rule's matter.</summary>
/// <remarks>Like AWS, this asks it of the machine's own states only: what never ends inside a Map or Parallel is its author's matter.</remarks>
internal static class TerminalStates
{
    /// <summary>Whether there is one among the states.</summary>
    public static bool AreIn(StateGraph graph) => graph.States.Any(IsTerminal);

    public static void Check(StateGraph graph, ProblemList problems)
    {
        if (graph.States.Count > 0 && !AreIn(graph))
        {
            // AWS names no place.
            problems.Add(ProblemCode.MissingEndState, "Workflow has no terminal state");
        }
    }

    private static bool IsTerminal(State state) => state is SucceedState or FailState || Link.Onward(state) is Transition.End;
}
