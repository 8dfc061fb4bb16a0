using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Every state can be reached from the start.</summary>
/// <remarks>Like AWS, this reports the first state of an unreachable stretch and not those that would be reached through it.</remarks>
internal static class Reachability
{
    public static void Check(PlacedGraph placed, ProblemList problems)
    {
        var graph = placed.Graph;
        if (Targets.IsUnknown(graph.StartAt))
        {
            return;
        }

        var states = graph.States.ToDictionary(state => state.Name, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Reach(graph.StartAt, states, reached);
        if (reached.Count == states.Count)
        {
            return;
        }

        var unreached = graph.States.Where(state => !reached.Contains(state.Name)).ToArray();
        var led = unreached
            .SelectMany(state => Link.Of(state).Where(link => link.Target != state.Name))
            .Select(link => link.Target)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var first in unreached.Where(state => !led.Contains(state.Name)).Concat(unreached))
        {
            if (!reached.Contains(first.Name))
            {
                problems.Add(ProblemCode.MissingTransitionTarget, $"State \"{first.Name}\" is not reachable.", placed.PlaceOf(first));
                Reach(first.Name, states, reached);
            }
        }
    }

    private static void Reach(string start, Dictionary<string, State> states, HashSet<string> reached)
    {
        var ahead = new Stack<string>([start]);
        while (ahead.TryPop(out var name))
        {
            if (states.TryGetValue(name, out var state) && reached.Add(name))
            {
                foreach (var link in Link.Of(state))
                {
                    ahead.Push(link.Target);
                }
            }
        }
    }
}
