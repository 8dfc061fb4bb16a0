using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>One stay in a top-level state.</summary>
/// <param name="Name">The state.</param>
/// <param name="Output">What it handed on, or null if it never left.</param>
/// <param name="Variables">The variables it set.</param>
/// <param name="Entered">When it was entered.</param>
/// <param name="Exited">When it was left, or null.</param>
public sealed record Visit(string Name, Json? Output, JsonObject Variables, DateTimeOffset Entered, DateTimeOffset? Exited)
{
    /// <summary>The visits that a history tells of.</summary>
    public static IReadOnlyList<Visit> Of(StateMachine machine, IEnumerable<HistoryEvent> history)
    {
        var top = machine.Graph.States.Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        var visits = new List<Visit>();
        foreach (var recorded in history)
        {
            if (recorded.Details is HistoryDetails.StateEntered entered && top.Contains(entered.Name))
            {
                visits.Add(new Visit(entered.Name, Output: null, JsonObject.Empty, recorded.Timestamp, Exited: null));
            }
            else if (recorded.Details is HistoryDetails.StateExited exited && top.Contains(exited.Name))
            {
                visits[^1] = visits[^1] with { Output = exited.Output, Variables = exited.AssignedVariables ?? JsonObject.Empty, Exited = recorded.Timestamp };
            }
        }

        return visits;
    }
}
