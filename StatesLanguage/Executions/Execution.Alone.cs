using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <content>A state run by itself, under somebody's eyes.</content>
/// <remarks>
/// Such an execution is never given a fact: whoever has it calls the steps, which are those of every execution, and looks at what
/// became of the strand. No event says that the state was entered, so there is none that messages could quote.
/// </remarks>
public sealed partial class Execution
{
    /// <summary>What is seen of a state; null where nobody looks.</summary>
    internal StateObservation? Observation { get; private set; }

    /// <summary>Whether one state is run by itself.</summary>
    internal bool IsAlone => Observation is { EnteredEvent: null };

    /// <summary>What is to be seen of a strand; null where nobody looks at it.</summary>
    internal StateObservation? ObservationOf(Strand strand) => Observation is { } seen && seen.Concerns(strand) ? seen : null;

    /// <summary>Has a visit to a state seen.</summary>
    internal void Observe(StateObservation visit) => Observation = visit;

    /// <summary>Puts a strand before a state, with these variables.</summary>
    internal Strand BeginAlone(ExecutionStart start, StateGraph graph, string stateName, JsonObject variables, StateObservation observation)
    {
        Start = start;
        Entropy = new Entropy(start.Seed);
        Observation = observation;
        variableBytes = variables.Utf8Length;
        root = new Strand(graph, owner: null, index: 0)
        {
            State = graph[stateName],
            Input = start.Input,
            Variables = variables,
            Visit = 1,
        };
        return root;
    }

    /// <summary>Says what time it is, and where effects go.</summary>
    internal void Resume(DateTimeOffset now, ICollection<Effect> into)
    {
        Now = now;
        effects = into;
    }
}
