using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Every state that is named as a target is one of the same graph.</summary>
internal static class TransitionTargets
{
    public static void Check(PlacedGraph placed, ProblemList problems)
    {
        if (placed.Graph.States.Count == 0)
        {
            // That there is no state has been reported; that none can be the target says nothing more.
            return;
        }

        var names = placed.Graph.States.Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        CheckTarget(placed.Graph.StartAt, placed.Place.Member("StartAt"));
        foreach (var state in placed.Graph.States)
        {
            foreach (var link in Link.Of(state))
            {
                CheckTarget(link.Target, placed.PlaceOf(state).Member(link.Field));
            }
        }

        void CheckTarget(string target, Place place)
        {
            if (!Targets.IsUnknown(target) && !names.Contains(target))
            {
                problems.Add(ProblemCode.MissingTransitionTarget, $"Missing 'Next' target: {target}", place);
            }
        }
    }
}
