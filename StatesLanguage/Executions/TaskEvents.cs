using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The events of a task. Functions, activities and service integrations have a family of their own each.</summary>
internal static class TaskEvents
{
    public static void Scheduled(Execution execution, Strand strand, Work.Task work, Json? credentials)
    {
        var (resource, input, timeout, heartbeat) = (work.Request.Resource, work.Request.Input, work.TimeoutSeconds, work.HeartbeatSeconds);
        work.ScheduledAt = execution.Now;
        switch (resource)
        {
            case TaskResource.Function:
                Record(HistoryEventType.LambdaFunctionScheduled, () => new HistoryDetails.LambdaFunctionScheduled(resource.Text, input, timeout, credentials));
                execution.Tell(work, TaskPhase.Scheduled);
                Record(HistoryEventType.LambdaFunctionStarted, details: null);
                Begun(execution, work);
                break;
            case TaskResource.Activity:
                Record(HistoryEventType.ActivityScheduled, () => new HistoryDetails.ActivityScheduled(resource.Text, input, timeout, heartbeat));
                execution.Tell(work, TaskPhase.Scheduled);
                break;
            case TaskResource.Integration integration:
                Record(HistoryEventType.TaskScheduled, () => new HistoryDetails.TaskScheduled(
                    integration.Service, integration.ActionText, Region(execution, integration), input, timeout, heartbeat, credentials));
                execution.Tell(work, TaskPhase.Scheduled);
                Record(HistoryEventType.TaskStarted, () => new HistoryDetails.TaskStarted(integration.Service, integration.ActionText));
                Begun(execution, work);
                break;
        }

        void Record(HistoryEventType type, Func<HistoryDetails>? details) =>
            execution.Record(strand, type, execution.IsRecording ? details?.Invoke() : null);
    }

    public static void Started(Execution execution, Strand strand, Work.Task work, string? worker)
    {
        execution.Record(strand, HistoryEventType.ActivityStarted, execution.IsRecording ? new HistoryDetails.ActivityStarted(worker) : null);
        Begun(execution, work);
    }

    public static void NotScheduled(Execution execution, Strand strand, Work.Task work, Failure failure)
    {
        execution.Record(strand, HistoryEventType.ActivityScheduleFailed, execution.Details(failure));
        execution.Tell(work, TaskPhase.Failed);
    }

    public static void Submitted(Execution execution, Strand strand, TaskResource resource, Json output) =>
        execution.Record(strand, HistoryEventType.TaskSubmitted, Output(execution, resource, output));

    public static void Succeeded(Execution execution, Strand strand, Work.Task work, Json output)
    {
        execution.Record(strand, SucceededType(work.Request.Resource), Output(execution, work.Request.Resource, output));
        execution.Tell(work, TaskPhase.Succeeded);
    }

    public static void Failed(Execution execution, Strand strand, Work.Task work, Failure failure)
    {
        execution.Record(strand, FailedType(work.Request.Resource), Details(execution, work.Request.Resource, failure));
        execution.Tell(work, TaskPhase.Failed);
    }

    public static void TimedOut(Execution execution, Strand strand, Work.Task work, Failure failure)
    {
        execution.Record(strand, TimedOutType(work.Request.Resource), Details(execution, work.Request.Resource, failure));
        execution.Tell(work, TaskPhase.TimedOut);
    }

    private static void Begun(Execution execution, Work.Task work)
    {
        work.StartedAt = execution.Now;
        execution.Tell(work, TaskPhase.Started);
    }

    private static HistoryEventType SucceededType(TaskResource resource) => resource switch
    {
        TaskResource.Function => HistoryEventType.LambdaFunctionSucceeded,
        TaskResource.Activity => HistoryEventType.ActivitySucceeded,
        _ => HistoryEventType.TaskSucceeded,
    };

    private static HistoryEventType FailedType(TaskResource resource) => resource switch
    {
        TaskResource.Function => HistoryEventType.LambdaFunctionFailed,
        TaskResource.Activity => HistoryEventType.ActivityFailed,
        _ => HistoryEventType.TaskFailed,
    };

    private static HistoryEventType TimedOutType(TaskResource resource) => resource switch
    {
        TaskResource.Function => HistoryEventType.LambdaFunctionTimedOut,
        TaskResource.Activity => HistoryEventType.ActivityTimedOut,
        _ => HistoryEventType.TaskTimedOut,
    };

    private static HistoryDetails? Output(Execution execution, TaskResource resource, Json output) => (execution.IsRecording, resource) switch
    {
        (false, _) => null,
        (true, TaskResource.Integration integration) => new HistoryDetails.TaskOutput(integration.Service, integration.ActionText, output),
        _ => new HistoryDetails.Result(output),
    };

    private static HistoryDetails? Details(Execution execution, TaskResource resource, Failure failure) => (execution.IsRecording, resource) switch
    {
        (false, _) => null,
        (true, TaskResource.Integration integration) => new HistoryDetails.TaskFailed(integration.Service, integration.ActionText, failure.Error, failure.Cause),
        _ => execution.Details(failure),
    };

    /// <summary>The region in the resource, or that of the machine.</summary>
    private static string Region(Execution execution, TaskResource.Integration integration) =>
        integration.Region.Length > 0 ? integration.Region : execution.Start.StateMachineArn.Split(':') is { Length: > 3 } parts ? parts[3] : "";
}
