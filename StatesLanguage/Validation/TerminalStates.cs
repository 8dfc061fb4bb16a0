using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Every graph has a state at which it ends. That it can be reached is another rule's matter.</summary>
internal static class TerminalStates
{
    /// <summary>Whether the graph has one; it is reported if not.</summary>
    public static bool Check(PlacedGraph placed, ProblemList problems)
    {
        var states = placed.Graph.States;
        if (states.Count == 0 || states.Any(IsTerminal))
        {
            return true;
        }

        const string Message = "Workflow has no terminal state";
        if (placed.Place == Place.Root)
        {
            // AWS names no place for the machine itself.
            problems.Add(ProblemCode.MissingEndState, Message);
        }
        else
        {
            problems.Add(ProblemCode.MissingEndState, Message, placed.Place);
        }

        return false;
    }

    private static bool IsTerminal(State state) => state is SucceedState or FailState || Link.Onward(state) is Transition.End;
}
