using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>One run of a state machine: a pure function of the facts that reached it.</summary>
/// <remarks>
/// No clock, no randomness, no I/O: time comes inside facts and everything random from the seed in the first one. The same
/// facts give the same effects and the same history on any machine. Not thread-safe; a driver feeds it one fact at a time.
/// </remarks>
public sealed class Execution(StateMachine machine)
{
    /// <summary>The machine it runs.</summary>
    public StateMachine Machine { get; } = machine;

    /// <summary>What it began with. Only after the first fact.</summary>
    public ExecutionStart Start { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public ExecutionStatus Status { get; private set; }

    /// <summary>What it yielded, once it has succeeded.</summary>
    public Json? Output { get; private set; }

    /// <summary>Why it ended, once it has failed, timed out or been stopped.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>How many events its history has.</summary>
    public long EventCount { get; private set; }

    /// <summary>How many states it has entered.</summary>
    public long Transitions { get; private set; }

    /// <summary>Takes one fact in.</summary>
    /// <param name="fact">What happened.</param>
    /// <param name="effects">Gets what a driver is to do once the fact is durable, in order.</param>
    /// <param name="history">Gets the history events that follow from the fact; null where nobody wants them.</param>
    /// <returns>False if the fact has no bearing any more (its task was cancelled, the execution has ended): then nothing changed and it need not be kept.</returns>
    public bool Apply(Fact fact, ICollection<Effect> effects, ICollection<HistoryEvent>? history = null) => throw new InvalidOperationException();

    /// <summary>The tasks and timers it waits for: what a driver must have in hand now, whatever it had before.</summary>
    public IEnumerable<Effect> Outstanding() => throw new InvalidOperationException();
}
