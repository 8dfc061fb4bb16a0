using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>One state, run by itself with the steps of every execution, and what can be seen of it.</summary>
/// <remarks>Like an execution it has no clock and no I/O: it says what it needs, and whoever has it brings that. Not thread-safe.</remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">Testing state machines with TestState API</seealso>
public sealed class StateTrial
{
    private readonly List<Effect> effects = [];
    private readonly Execution execution;
    private readonly StateTrialStart start;
    private readonly StateGraph graph;
    private readonly State state;
    private StateObservation observation = null!;
    private Strand strand = null!;

    /// <summary>A trial that has not begun.</summary>
    /// <param name="machine">The machine with the state, which may lie in a branch or an ItemProcessor.</param>
    /// <param name="stateName">The state.</param>
    /// <param name="start">The circumstances.</param>
    /// <exception cref="ArgumentException">The machine has no such state, or it is a Parallel or a Map and nothing stands in for its work.</exception>
    public StateTrial(StateMachine machine, string stateName, StateTrialStart start)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(start);
        graph = TestedStates.GraphOf(machine, stateName) ?? throw new ArgumentException($"expected a state of the machine, found '{stateName}'", nameof(stateName));
        state = graph[stateName];
        if (state is MapState or ParallelState && start.Mock is null)
        {
            throw new ArgumentException($"expected a mock for the {state.Type} '{stateName}', found none", nameof(start));
        }

        this.start = start;
        execution = new Execution(machine);
    }

    /// <summary>Enters the state.</summary>
    public TrialNeed Begin(DateTimeOffset now)
    {
        observation = new StateObservation { Context = start.Context ?? TrialContext.Of(start, state, now) };
        strand = execution.BeginAlone(start.Execution, graph, state.Name, start.Variables, observation);
        strand.RetryCount = start.RetryCount;
        strand.RetriesUsed = state is WorkState work ? [.. work.Retry.Select(_ => start.RetryCount)] : null;
        execution.Resume(now, effects);
        strand.EnteredAt = now;
        StateStep.Run(execution, strand);
        return Need();
    }

    /// <summary>The work that was needed has yielded a result.</summary>
    public TrialNeed Succeed(Json output, DateTimeOffset now)
    {
        execution.Resume(now, effects);
        TaskStep.Succeeded(execution, strand, output);
        return Need();
    }

    /// <summary>The work that was needed has failed.</summary>
    public TrialNeed Fail(Failure failure, DateTimeOffset now)
    {
        execution.Resume(now, effects);
        TaskStep.Failed(execution, strand, failure);
        return Need();
    }

    /// <summary>The work that was needed took longer than the state allows.</summary>
    public TrialNeed TimeOut(DateTimeOffset now)
    {
        execution.Resume(now, effects);
        TaskStep.TimedOut(execution, strand, isHeartbeat: false);
        return Need();
    }

    /// <summary>The items have been read.</summary>
    public TrialNeed Read(IReadOnlyList<MapItem> items, DateTimeOffset now)
    {
        execution.Resume(now, effects);
        return StandIn(MapRunRequest.Of(((Work.Task)strand.Work!).Request), items);
    }

    /// <summary>The moment has come that was to be waited for.</summary>
    public TrialNeed GoOn(DateTimeOffset now)
    {
        execution.Resume(now, effects);
        execution.StopWaiting(strand, isDone: true);
        WaitStep.IsOver(execution, strand);
        return Need();
    }

    /// <summary>How it stands, when nobody waits for it any longer: it has timed out.</summary>
    public StateTrialResult GiveUp(DateTimeOffset now)
    {
        execution.Resume(now, effects);
        execution.End(ExecutionStatus.TimedOut, output: null, new Failure(Failure.Timeout, Cause: null));
        return Result();
    }

    private TrialNeed Need() => strand.Work switch
    {
        Work.Task { Request.Resource: TaskResource.MapRun } task => NeedOf(MapRunRequest.Of(task.Request)),
        Work.Task task when start.Mock is null => new TrialNeed.Work(task.Request),
        Work.Task => StandIn(failure: null),
        Work.Children children => StandIn(children),
        Work.Pause { IsRetry: false } pause => new TrialNeed.Pause(pause.Due),
        _ => new TrialNeed.Nothing(Result()),
    };

    private TrialNeed NeedOf(MapRunRequest request) => request.Source switch
    {
        { AtHand: { } items } => StandIn(request, [.. items]),
        ItemSource.Read read when start.ReaderText is not null => new TrialNeed.Items(read),
        _ => StandIn(request, items: null),
    };

    /// <summary>Ends a Map's iterations or a Parallel's branches, none of which has begun.</summary>
    private TrialNeed StandIn(Work.Children children)
    {
        var isSelected = IterationInputs.TryShow(execution, strand, children, observation, out var mistake);
        execution.StopWaiting(strand, isDone: true);
        var isOver = children.HasThreshold && start.FailedIterations > children.ToleratedFailures;
        if (!isSelected)
        {
            Failing.Explained(execution, strand, mistake!);
        }
        else if (FailureOfMock(isOver) is { } failure)
        {
            Failing.Decide(execution, strand, failure);
        }
        else
        {
            Leaving.WithResult(execution, strand, (WorkState)state, ResultOfMock);
        }

        return Need();
    }

    /// <summary>Ends a Map Run that has not begun. As on AWS, nothing is exceeded where the author sets no threshold.</summary>
    private TrialNeed StandIn(MapRunRequest request, IReadOnlyList<MapItem>? items)
    {
        Failure? mistake = null;
        var isSelected = items is null || IterationInputs.TryShow(request, (MapState)state, items, start.Execution.Limits, observation, out mistake);
        var isOver = request.Tolerance != MapRunTolerance.None && request.Tolerance.IsExceededBy(start.FailedIterations, items?.Count ?? (ResultOfMock as JsonArray)?.Count);
        return StandIn(isSelected ? FailureOfMock(isOver) : mistake);
    }

    private TrialNeed StandIn(Failure? failure)
    {
        if ((failure ?? FailureOfMock(isOverThreshold: false)) is { } failed)
        {
            TaskStep.Failed(execution, strand, failed);
        }
        else
        {
            TaskStep.Succeeded(execution, strand, ResultOfMock);
        }

        return Need();
    }

    private Failure? FailureOfMock(bool isOverThreshold) =>
        (start.Mock as StateMock.Throws)?.Failure ?? (isOverThreshold ? MapRunFailure.ThresholdExceeded : null);

    private Json ResultOfMock => (start.Mock as StateMock.Returns)?.Result ?? Json.Null;

    private StateTrialResult Result()
    {
        var (status, output, failure, next) = strand switch
        {
            { Work: Work.Pause } => (StateTrialStatus.Retriable, null, observation.Handled, null),
            { HasEntered: false } => (Success, strand.Input, observation.Handled, strand.State.Name),
            _ when execution.Status == ExecutionStatus.Succeeded => (Success, execution.Output, null, null),
            _ => (StateTrialStatus.Failed, null, execution.Failure, (string?)null),
        };
        return new StateTrialResult
        {
            State = state,
            Status = status,
            Output = output,
            Failure = failure,
            NextState = next,
            Input = start.Execution.Input,
            Stages = ShownStages.Of(state, observation.Stages),
            Variables = strand.Variables,
            RetryIndex = observation.Retrier,
            RetryPause = observation.Pause,
            CatchIndex = observation.Catcher,
        };
    }

    private StateTrialStatus Success => observation.Catcher is null ? StateTrialStatus.Succeeded : StateTrialStatus.CaughtError;
}
