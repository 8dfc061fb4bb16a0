using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Measures executions and their tasks under the names that CloudWatch has for them.</summary>
/// <remarks>
/// What a task's times began with is kept in memory: of a task that was begun before a restart the end is counted under the resource <c>unknown</c>,
/// without a time.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html">Step Functions metrics in CloudWatch</seealso>
public sealed class ExecutionMetrics : IExecutionObserver, IDisposable
{
    private const string MachineDimension = "StateMachineArn";

    private readonly ConcurrentDictionary<string, Dictionary<long, MeasuredTask>> open = [];
    private readonly Meter meter = new(MeterNames.States);
    private readonly Counter<long> started;
    private readonly Counter<long> succeeded;
    private readonly Counter<long> failed;
    private readonly Counter<long> timedOut;
    private readonly Counter<long> aborted;
    private readonly Counter<long> redriven;
    private readonly Histogram<double> time;
    private readonly TaskFamily functions;
    private readonly TaskFamily activities;
    private readonly TaskFamily integrations;

    /// <summary>Makes the instruments; nothing is measured until somebody reads them.</summary>
    public ExecutionMetrics()
    {
        started = meter.CreateCounter<long>("ExecutionsStarted", "{execution}", "Executions that began.");
        succeeded = meter.CreateCounter<long>("ExecutionsSucceeded", "{execution}", "Executions that succeeded.");
        failed = meter.CreateCounter<long>("ExecutionsFailed", "{execution}", "Executions that failed.");
        timedOut = meter.CreateCounter<long>("ExecutionsTimedOut", "{execution}", "Executions that took too long.");
        aborted = meter.CreateCounter<long>("ExecutionsAborted", "{execution}", "Executions that were stopped.");
        redriven = meter.CreateCounter<long>("ExecutionsRedriven", "{execution}", "Redrives of executions.");
        time = meter.CreateHistogram("ExecutionTime", "ms", "From an execution's start to its end.", tags: null, Buckets.Times);
        functions = new TaskFamily(meter, "LambdaFunctions", "LambdaFunction", "Invocations of functions", "LambdaFunctionArn");
        activities = new TaskFamily(meter, "Activities", "Activity", "Activity tasks", "ActivityArn");
        integrations = new TaskFamily(meter, "ServiceIntegrations", "ServiceIntegration", "Service integration tasks", "ServiceIntegrationResourceArn");
    }

    /// <inheritdoc/>
    public bool WantsHistory(ExecutionStart start) => functions.IsRead || activities.IsRead || integrations.IsRead;

    /// <inheritdoc/>
    public void Observe(ExecutionObservation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var machine = new KeyValuePair<string, object?>(MachineDimension, observation.Start.StateMachineArn);
        if (observation.IsStart)
        {
            started.Add(1, machine);
        }

        if (observation.IsRedrive)
        {
            redriven.Add(1, machine);
        }

        if (observation.Events.Count > 0)
        {
            CountTasks(observation);
        }

        if (observation.Status != ExecutionStatus.Running)
        {
            CountEnd(observation, machine);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private void CountEnd(ExecutionObservation observation, KeyValuePair<string, object?> machine)
    {
        open.TryRemove(observation.Start.ExecutionArn, out _);
        var ended = observation.Status switch
        {
            ExecutionStatus.Succeeded => succeeded,
            ExecutionStatus.TimedOut => timedOut,
            ExecutionStatus.Aborted => aborted,
            _ => failed,
        };
        ended.Add(1, machine);
        time.Record((observation.At - observation.StartedAt).TotalMilliseconds, machine);
    }

    private void CountTasks(ExecutionObservation observation)
    {
        var tasks = open.GetOrAdd(observation.Start.ExecutionArn, static _ => []);
        foreach (var happened in observation.Events)
        {
            Count(happened, tasks);
        }
    }

    private void Count(HistoryEvent happened, Dictionary<long, MeasuredTask> tasks)
    {
        switch (happened.Type)
        {
            case HistoryEventType.LambdaFunctionScheduled:
                Schedule(functions, ((HistoryDetails.LambdaFunctionScheduled)happened.Details!).Resource, happened, tasks);
                break;
            case HistoryEventType.ActivityScheduled:
                Schedule(activities, ((HistoryDetails.ActivityScheduled)happened.Details!).Resource, happened, tasks);
                break;
            case HistoryEventType.TaskScheduled:
                var scheduled = (HistoryDetails.TaskScheduled)happened.Details!;
                Schedule(integrations, $"arn:aws:states:::{scheduled.ResourceType}:{scheduled.Resource}", happened, tasks);
                break;
            case HistoryEventType.LambdaFunctionStarted or HistoryEventType.ActivityStarted or HistoryEventType.TaskStarted or HistoryEventType.TaskSubmitted:
                GoOn(happened, tasks);
                break;
            case HistoryEventType.LambdaFunctionSucceeded:
                End(functions, TaskEnding.Succeeded, happened, tasks);
                break;
            case HistoryEventType.LambdaFunctionFailed or HistoryEventType.LambdaFunctionScheduleFailed or HistoryEventType.LambdaFunctionStartFailed:
                End(functions, TaskEnding.Failed, happened, tasks);
                break;
            case HistoryEventType.LambdaFunctionTimedOut:
                End(functions, TaskEnding.TimedOut, happened, tasks);
                break;
            case HistoryEventType.ActivitySucceeded:
                End(activities, TaskEnding.Succeeded, happened, tasks);
                break;
            case HistoryEventType.ActivityFailed or HistoryEventType.ActivityScheduleFailed:
                End(activities, TaskEnding.Failed, happened, tasks);
                break;
            case HistoryEventType.ActivityTimedOut:
                End(activities, TaskEnding.TimedOut, happened, tasks);
                break;
            case HistoryEventType.TaskSucceeded:
                End(integrations, TaskEnding.Succeeded, happened, tasks);
                break;
            case HistoryEventType.TaskFailed or HistoryEventType.TaskStartFailed or HistoryEventType.TaskSubmitFailed:
                End(integrations, TaskEnding.Failed, happened, tasks);
                break;
            case HistoryEventType.TaskTimedOut:
                End(integrations, TaskEnding.TimedOut, happened, tasks);
                break;
        }
    }

    private static void Schedule(TaskFamily family, string resource, HistoryEvent happened, Dictionary<long, MeasuredTask> tasks)
    {
        family.Scheduled(resource);
        tasks[happened.Id] = new MeasuredTask(family, resource, happened.Timestamp);
    }

    /// <summary>The next event of a task names the one before; the task goes on under this one's id.</summary>
    private static void GoOn(HistoryEvent happened, Dictionary<long, MeasuredTask> tasks)
    {
        if (tasks.Remove(happened.PreviousId, out var task))
        {
            tasks[happened.Id] = task;
            if (task.StartedAt is null)
            {
                task.Family.Started(task, happened.Timestamp);
            }
        }
    }

    private static void End(TaskFamily family, TaskEnding ending, HistoryEvent happened, Dictionary<long, MeasuredTask> tasks)
    {
        var task = tasks.Remove(happened.PreviousId, out var known) ? known : new MeasuredTask(family, "unknown", happened.Timestamp);
        family.Ended(task, happened.Timestamp, ending);
    }
}
