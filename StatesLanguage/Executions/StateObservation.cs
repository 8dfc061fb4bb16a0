using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What could be seen of a state that is run by itself, or of one visit to a state of an execution.</summary>
internal sealed class StateObservation
{
    private readonly Dictionary<DataStage, Json> stages = [];
    private readonly List<Json> iterations = [];

    /// <summary>The context object the state is to see in place of its own, or null.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>The event by which the state is entered that is looked at; null for a state that is run by itself, which no event enters.</summary>
    public long? EnteredEvent { get; init; }

    /// <summary>The strand in the visit, once it has begun.</summary>
    public Strand? Visit { get; private set; }

    /// <summary>The state of the visit.</summary>
    public State? State { get; private set; }

    /// <summary>The state's input.</summary>
    public Json? Input { get; private set; }

    /// <summary>The event by which the state was left.</summary>
    public long? ExitedEvent { get; private set; }

    /// <summary>What it handed on then.</summary>
    public Json? Output { get; private set; }

    /// <summary>The variables it assigned then.</summary>
    public JsonObject? Assigned { get; private set; }

    /// <summary>Whether it has failed and nobody took the failure.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The values at the points the data has come past.</summary>
    public IReadOnlyDictionary<DataStage, Json> Stages
    {
        get
        {
            if (iterations.Count > 0)
            {
                stages[DataStage.ItemSelector] = JsonArray.Of(iterations);
            }

            return stages;
        }
    }

    /// <summary>Which retrier took the failure, whether or not it had a retry left.</summary>
    public int? Retrier { get; private set; }

    /// <summary>How long to pause before the retry; null where there is none.</summary>
    public TimeSpan? Pause { get; private set; }

    /// <summary>Which catcher took the failure.</summary>
    public int? Catcher { get; private set; }

    /// <summary>The failure that is retried or caught.</summary>
    public Failure? Handled { get; private set; }

    /// <summary>Whether it is this strand that is looked at.</summary>
    public bool Concerns(Strand strand) => EnteredEvent is null || (strand.HasEntered && strand.EnteredEvent == EnteredEvent);

    /// <summary>The visit begins.</summary>
    public void SawEntry(Strand strand) => (Visit, State, Input) = (strand, strand.State, strand.Input);

    /// <summary>The visit is over.</summary>
    public void SawExit(long exitedEvent, Json output, JsonObject? assigned) => (ExitedEvent, Output, Assigned) = (exitedEvent, output, assigned);

    /// <summary>Nobody takes the failure.</summary>
    public void SawFailure(Failure failure) => (HasFailed, Handled) = (true, failure);

    /// <summary>Keeps the input of the next iteration to begin.</summary>
    public void SawIteration(Json input) => iterations.Add(input);

    /// <summary>Keeps a value; the last one at a point counts.</summary>
    public void Saw(DataStage stage, Json value)
    {
        if (stage == DataStage.ItemsPath)
        {
            // A Map begins anew, and its iterations with it.
            iterations.Clear();
        }

        stages[stage] = value;
    }

    /// <summary>A retrier takes the failure, if it has a retry left.</summary>
    public void SawRetrier(int index) => Retrier = index;

    /// <summary>It had one.</summary>
    public void SawPause(Failure failure, TimeSpan pause) => (Handled, Pause) = (failure, pause);

    /// <summary>A catcher takes the failure.</summary>
    public void SawCatcher(int index, Failure failure) => (Handled, Catcher) = (failure, index);
}
