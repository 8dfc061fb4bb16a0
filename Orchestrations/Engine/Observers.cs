using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Those who are told what happens to executions. One that throws is logged, and nobody else takes harm.</summary>
public sealed class Observers(IReadOnlyList<IExecutionObserver> observers, ILogger logger)
{
    /// <summary>Whether there are none: then nothing is made for them.</summary>
    public bool IsEmpty { get; } = observers.Count == 0;

    /// <summary>What fact has done to an execution.</summary>
    public static ExecutionObservation Observation(Execution execution, StateMachineType type, Fact fact, IReadOnlyList<HistoryEvent>? events, IReadOnlyList<TaskProgress>? progress) => new()
    {
        Start = execution.Start,
        Type = type,
        StartedAt = execution.StartedAt,
        At = fact.At,
        Status = execution.Status,
        IsStart = fact is Fact.Started,
        IsRedrive = fact is Fact.Redriven,
        RedriveCount = execution.RedriveCount,
        Output = execution.Output,
        Failure = execution.Failure,
        Events = events ?? [],
        Progress = progress ?? [],
    };

    /// <summary>An execution, after each has been asked whether it wants the history.</summary>
    public ObservedExecution Of(ExecutionStart start)
    {
        var wants = new bool[observers.Count];
        var wantsProgress = false;
        for (var i = 0; i < wants.Length; i++)
        {
            wants[i] = Wants(observers[i], start, static (observer, start) => observer.WantsHistory(start));
            wantsProgress |= Wants(observers[i], start, static (observer, start) => observer.WantsProgress(start));
        }

        return new ObservedExecution(this, wants, wantsProgress);
    }

    /// <summary>Tells each, with the events only those who want them.</summary>
    public void Tell(ReadOnlySpan<bool> wantsHistory, ExecutionObservation observation)
    {
        var withoutEvents = observation.Events.Count == 0 ? observation : null;
        for (var i = 0; i < wantsHistory.Length; i++)
        {
            Tell(observers[i], wantsHistory[i] ? observation : withoutEvents ??= observation with { Events = [] });
        }
    }

#pragma warning disable CA1031 // Not our code; what it throws must not stop the engine.
    private bool Wants(IExecutionObserver observer, ExecutionStart start, Func<IExecutionObserver, ExecutionStart, bool> wants)
    {
        try
        {
            return wants(observer, start);
        }
        catch (Exception e)
        {
            logger.LogError(e, "{Observer} failed when it was asked about {Arn}", observer.GetType().Name, start.ExecutionArn);
            return false;
        }
    }

    private void Tell(IExecutionObserver observer, ExecutionObservation observation)
    {
        try
        {
            observer.Observe(observation);
        }
        catch (Exception e)
        {
            logger.LogError(e, "{Observer} failed when it was told of {Arn}", observer.GetType().Name, observation.Start.ExecutionArn);
        }
    }
#pragma warning restore CA1031
}
