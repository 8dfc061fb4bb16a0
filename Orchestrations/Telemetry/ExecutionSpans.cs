using System.Diagnostics;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Logs;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The spans of one execution, found from its history: every event belongs to the span that the event before it in its strand belongs to.</summary>
internal sealed class ExecutionSpans
{
    private readonly Dictionary<long, SpanFrame> owners = [];
    private readonly HashSet<SpanFrame> open = [];
    private readonly ExecutionStart start;
    private readonly StateMachineType type;
    private readonly string? parentArn;
    private readonly bool choosesIds;
    private SpanFrame root;
    private int redriveCount;
    private bool isSilent;

    public ExecutionSpans(ExecutionObservation observation, SpanIdentity identity, string? parentArn, bool choosesIds)
    {
        start = observation.Start;
        type = observation.Type;
        Identity = identity;
        this.parentArn = parentArn;
        this.choosesIds = choosesIds;
        root = Begin(observation.StartedAt);
    }

    public SpanIdentity Identity { get; }

    /// <summary>The last event it has seen.</summary>
    public long LastEvent { get; private set; }

    /// <summary>Takes in events that were told of before: what ended with them is not written again.</summary>
    public void Recall(IEnumerable<HistoryEvent> events)
    {
        isSilent = true;
        foreach (var happened in events)
        {
            Take(happened);
        }

        isSilent = false;
    }

    /// <summary>Takes in an event and writes the spans that end with it.</summary>
    public void Take(HistoryEvent happened)
    {
        if (happened.Id <= LastEvent)
        {
            return;
        }

        LastEvent = happened.Id;
        var owner = OpenOwner(happened.PreviousId);
        owners[happened.Id] = (happened.Type, happened.Details) switch
        {
            (HistoryEventType.ExecutionStarted, _) => root,
            (HistoryEventType.ExecutionRedriven, _) => Redrive(happened),
            (_, HistoryDetails.StateEntered entered) => Enter(happened, entered, owner),
            (_, HistoryDetails.StateExited) => Leave(owner.Visit, happened, isError: false),
            (_, HistoryDetails.LambdaFunctionScheduled scheduled) => Attempt(happened, owner, "lambda", scheduled.Resource, FunctionName(scheduled.Resource)),
            (_, HistoryDetails.ActivityScheduled scheduled) => Attempt(happened, owner, "activity", scheduled.Resource),
            (_, HistoryDetails.TaskScheduled scheduled) => Attempt(happened, owner, scheduled.ResourceType, scheduled.Resource, FunctionName(scheduled)),
            (_, HistoryDetails.MapIteration iteration) => Iterate(happened, iteration, owner),
            _ => Other(happened, owner),
        };
        if (EventLevels.EndsExecution(happened.Type))
        {
            End(happened);
        }
    }

    private SpanFrame Begin(DateTimeOffset at)
    {
        var frame = new SpanFrame(SpanSubject.Execution, start.StateMachineName, Identity.Execution(redriveCount), redriveCount == 0 ? null : root, at);
        frame.Tags.Add(new(SpanAttributes.ExecutionArn, start.ExecutionArn));
        frame.Tags.Add(new(SpanAttributes.ExecutionName, start.Name));
        frame.Tags.Add(new(SpanAttributes.StateMachineArn, start.StateMachineArn));
        frame.Tags.Add(new(SpanAttributes.MachineType, type == StateMachineType.Express ? "EXPRESS" : "STANDARD"));
        frame.Tags.Add(new(SpanAttributes.RedriveCount, (long)redriveCount));
        if (parentArn is not null)
        {
            frame.Tags.Add(new(SpanAttributes.ParentArn, parentArn));
        }

        open.Add(frame);
        return frame;
    }

    /// <summary>The innermost span around an event that has not ended. What follows a redrive may refer to spans that have.</summary>
    private SpanFrame OpenOwner(long previous)
    {
        var frame = owners.GetValueOrDefault(previous);
        while (frame is { HasEnded: true })
        {
            frame = frame.Parent;
        }

        return frame ?? root;
    }

    private SpanFrame Redrive(HistoryEvent happened)
    {
        redriveCount++;
        return root = Begin(happened.Timestamp);
    }

    private SpanFrame Enter(HistoryEvent happened, HistoryDetails.StateEntered entered, SpanFrame owner)
    {
        var stateType = happened.Type.ToString()[..^"StateEntered".Length];
        var frame = Open(stateType is "Parallel" or "Map" ? SpanSubject.Container : SpanSubject.State, entered.Name, happened, owner.AroundStates);
        frame.Tags.Add(new(SpanAttributes.StateName, entered.Name));
        frame.Tags.Add(new(SpanAttributes.StateType, stateType));
        return frame;
    }

    private SpanFrame Attempt(HistoryEvent happened, SpanFrame owner, string resourceType, string resource, string? function = null)
    {
        var visit = owner.Visit;
        var frame = Open(SpanSubject.Attempt, function is null ? $"{resourceType}:{resource.Split(':')[^1]}" : $"invoke {function}", happened, visit);
        frame.Tags.Add(new(SpanAttributes.ResourceType, resourceType));
        frame.Tags.Add(new(SpanAttributes.Resource, resource));
        frame.Tags.Add(new(SpanAttributes.RetryCount, (long)visit.Attempts++));
        if (function is not null)
        {
            frame.Tags.Add(new(SpanAttributes.InvokedName, function));
        }
        else if (resourceType == "activity")
        {
            frame.Tags.Add(new(SpanAttributes.ActivityArn, resource));
        }

        return frame;
    }

    private static string FunctionName(string resource) => (TaskResource.Parse(resource) as TaskResource.Function)?.Name ?? resource;

    /// <summary>The function that an integration invokes, if it is the one that invokes functions.</summary>
    private static string? FunctionName(HistoryDetails.TaskScheduled scheduled) =>
        scheduled.ResourceType == "lambda" && (scheduled.Parameters as JsonObject)?["FunctionName"] is JsonString name ? FunctionName(name.Value) : null;

    private SpanFrame Iterate(HistoryEvent happened, HistoryDetails.MapIteration iteration, SpanFrame owner)
    {
        if (happened.Type == HistoryEventType.MapIterationStarted)
        {
            // A place that an iteration has freed: the next one follows from the last event of that one.
            var map = owner.Subject == SpanSubject.Iteration ? owner.Parent! : owner.Container;
            var frame = Open(SpanSubject.Iteration, $"{iteration.Name} iteration", happened, map);
            frame.Tags.Add(new(SpanAttributes.IterationIndex, (long)iteration.Index));
            return frame;
        }

        while (owner.Subject != SpanSubject.Iteration && owner.Parent is { } parent)
        {
            parent.Failure ??= owner.Failure;
            owner = parent;
        }

        return Leave(owner, happened, isError: happened.Type != HistoryEventType.MapIterationSucceeded);
    }

    private SpanFrame Other(HistoryEvent happened, SpanFrame owner)
    {
        switch (happened.Type)
        {
            case HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted:
                owner.HasFailed = false;
                return owner;
            case HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateFailed:
                return FailContainer(happened, owner);
            case HistoryEventType.TaskStateAborted or HistoryEventType.WaitStateAborted:
                return Leave(owner.Visit, happened, isError: true);
            case HistoryEventType.ParallelStateAborted or HistoryEventType.MapStateAborted:
                return Leave(owner.Container, happened, isError: true);
            case HistoryEventType.LambdaFunctionSucceeded or HistoryEventType.ActivitySucceeded or HistoryEventType.TaskSucceeded:
                return Leave(owner, happened, isError: false);
            default:
                return FailureIn(happened) is { } failure && !EventLevels.EndsExecution(happened.Type) ? Fail(happened, owner, failure) : owner;
        }
    }

    private SpanFrame FailContainer(HistoryEvent happened, SpanFrame owner)
    {
        var failure = owner.Failure;
        var container = owner;
        while (container.Parent is { } parent && (container.Subject != SpanSubject.Container || container.HasFailed))
        {
            failure ??= container.Failure;
            container = parent;
        }

        container.Failure = failure ?? new SpanFailure(Failure.BranchFailed, Cause: null, happened.Timestamp);
        container.HasFailed = true;
        EndWithin(container, happened.Timestamp);
        return container;
    }

    /// <summary>An attempt has failed, or a state could not even begin one.</summary>
    private SpanFrame Fail(HistoryEvent happened, SpanFrame owner, SpanFailure failure)
    {
        owner.Failure = failure;
        if (owner.Subject != SpanSubject.Attempt)
        {
            return owner;
        }

        return Leave(owner, happened, isError: true);
    }

    private static SpanFailure? FailureIn(HistoryEvent happened) => happened.Details switch
    {
        HistoryDetails.Failed failed => new SpanFailure(failed.Error, failed.Cause, happened.Timestamp),
        HistoryDetails.TaskFailed failed => new SpanFailure(failed.Error, failed.Cause, happened.Timestamp),
        _ => null,
    };

    private SpanFrame Open(SpanSubject subject, string name, HistoryEvent happened, SpanFrame parent)
    {
        var frame = new SpanFrame(subject, name, Identity.Event(happened.Id), parent, happened.Timestamp);
        frame.Tags.Add(new(SpanAttributes.ExecutionArn, start.ExecutionArn));
        frame.Tags.Add(new(SpanAttributes.EventId, happened.Id));
        open.Add(frame);
        return frame;
    }

    /// <summary>Ends a span.</summary>
    /// <returns>The span that what comes next belongs to.</returns>
    private SpanFrame Leave(SpanFrame frame, HistoryEvent happened, bool isError)
    {
        if (frame.Subject is SpanSubject.Container or SpanSubject.Iteration || isError)
        {
            EndWithin(frame, happened.Timestamp);
        }

        if (frame == root)
        {
            return root;
        }

        if (isError)
        {
            frame.Parent!.Failure = frame.Failure ?? frame.Parent.Failure;
        }

        Close(frame, happened.Timestamp, isError);
        return frame.Parent!;
    }

    private void End(HistoryEvent happened)
    {
        var isError = happened.Type != HistoryEventType.ExecutionSucceeded;
        if (happened.Type == HistoryEventType.ExecutionFailed)
        {
            OpenOwner(happened.PreviousId).Failure ??= FailureIn(happened);
        }

        EndWithin(root, happened.Timestamp);
        root.Failure = isError ? FailureIn(happened) : null;
        root.Tags.Add(new(SpanAttributes.ExecutionStatus, StatusOf(happened.Type)));
        Close(root, happened.Timestamp, isError);
        owners.Clear();
    }

    private static string StatusOf(HistoryEventType type) => type switch
    {
        HistoryEventType.ExecutionSucceeded => "SUCCEEDED",
        HistoryEventType.ExecutionFailed => "FAILED",
        HistoryEventType.ExecutionTimedOut => "TIMED_OUT",
        HistoryEventType.ExecutionAborted => "ABORTED",
        _ => throw new UnreachableException($"{type} ends no execution"),
    };

    /// <summary>Ends what is still open within a span: states that end without an event of their own, and those that were cut short.</summary>
    private void EndWithin(SpanFrame outer, DateTimeOffset at)
    {
        if (open.Count == 1)
        {
            return;
        }

        foreach (var frame in open.Where(frame => frame.IsWithin(outer)).ToList())
        {
            Close(frame, at, isError: true);
        }
    }

    private void Close(SpanFrame frame, DateTimeOffset at, bool isError)
    {
        frame.HasEnded = true;
        open.Remove(frame);
        if (!isSilent)
        {
            SpanWriter.Write(Identity, frame, at, isError, choosesIds, frame.Subject == SpanSubject.Execution && redriveCount > 0 ? [Before()] : null);
        }
    }

    /// <summary>The span of the execution as it was before the last redrive.</summary>
    private ActivityLink Before() => new(new ActivityContext(Identity.TraceId, Identity.Execution(redriveCount - 1), ActivityTraceFlags.Recorded));
}
