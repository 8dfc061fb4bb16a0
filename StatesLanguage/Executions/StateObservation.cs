using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What could be seen of a state that is run by itself.</summary>
internal sealed class StateObservation
{
    private readonly Dictionary<DataStage, Json> stages = [];

    /// <summary>The context object the state is to see in place of its own, or null.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>The values at the points the data has come past.</summary>
    public IReadOnlyDictionary<DataStage, Json> Stages => stages;

    /// <summary>Which retrier took the failure, whether or not it had a retry left.</summary>
    public int? Retrier { get; private set; }

    /// <summary>How long to pause before the retry; null where there is none.</summary>
    public TimeSpan? Pause { get; private set; }

    /// <summary>Which catcher took the failure.</summary>
    public int? Catcher { get; private set; }

    /// <summary>The failure that is retried or caught.</summary>
    public Failure? Handled { get; private set; }

    /// <summary>Keeps a value; the last one at a point counts.</summary>
    public void Saw(DataStage stage, Json value) => stages[stage] = value;

    /// <summary>A retrier takes the failure, if it has a retry left.</summary>
    public void SawRetrier(int index) => Retrier = index;

    /// <summary>It had one.</summary>
    public void SawPause(Failure failure, TimeSpan pause) => (Handled, Pause) = (failure, pause);

    /// <summary>A catcher takes the failure.</summary>
    public void SawCatcher(int index, Failure failure) => (Handled, Catcher) = (failure, index);
}
