using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Task state runs: one attempt after the other, each with a number and a token of its own.</summary>
internal static class TaskStep
{
    /// <summary>Asks for the work.</summary>
    public static void Attempt(Execution execution, Strand strand, TaskState state)
    {
        var number = execution.NextNumber();
        var resource = TaskResource.Parse(state.Resource);
        if (!DataFlow.TryInput(execution, strand, out var input, out var failure)
            || !DataFlow.TryTemplate(execution, strand, state.Arguments, DataFlow.ArgumentsField(state), input, out var arguments, out failure, ShownNumber(resource, number))
            || !TrySeconds(execution, strand, state.TimeoutSeconds, "TimeoutSeconds", input, out var timeout, out failure)
            || !TrySeconds(execution, strand, state.HeartbeatSeconds, "HeartbeatSeconds", input, out var heartbeat, out failure)
            || !DataFlow.TryTemplate(execution, strand, state.Credentials, "Credentials", input, out var credentials, out failure))
        {
            Failing.Explained(execution, strand, failure!);
            return;
        }

        execution.ObservationOf(strand)?.Saw(DataStage.Arguments, arguments);
        if (arguments.Utf8Length > execution.Start.Limits.PayloadBytes)
        {
            Failing.TooLarge(execution, strand);
            return;
        }

        var work = new Work.Task(new TaskRequest
        {
            Execution = execution.Start,
            Task = number,
            Visit = strand.Visit,
            StateName = state.Name,
            Resource = resource,
            Input = arguments,
            RetryCount = strand.RetryCount,
            Invocation = execution.NextInvocation(state.Name),
            Deadline = timeout is { } seconds ? execution.After(TimeSpan.FromSeconds(seconds)) : null,
        })
        {
            TimeoutSeconds = timeout,
            HeartbeatSeconds = heartbeat,
        };
        if (!WorkerTask.Is(work))
        {
            TaskEvents.Scheduled(execution, strand, work, state.Credentials is null ? null : credentials);
        }

        execution.Await(strand, work);
    }

    /// <summary>A worker has taken it up.</summary>
    public static void Started(Execution execution, Strand strand, string? worker)
    {
        var work = (Work.Task)strand.Work!;
        WorkerTask.Schedule(execution, strand, work);
        work.IsStarted = true;
        TaskEvents.Started(execution, strand, work, worker);
        if (WorkerTask.Is(work))
        {
            execution.SetHeartbeatTimer(strand, work);
        }
    }

    /// <summary>The service has taken it; the result will come by callback.</summary>
    public static void Submitted(Execution execution, Strand strand, Json output)
    {
        var work = (Work.Task)strand.Work!;
        if (WorkerTask.Is(work))
        {
            WorkerTask.Schedule(execution, strand, work);
            return;
        }

        work.IsSubmitted = true;
        TaskEvents.Submitted(execution, strand, work.Request.Resource, output);
    }

    /// <summary>It has given a sign of life.</summary>
    public static void Heartbeat(Execution execution, Strand strand)
    {
        var work = (Work.Task)strand.Work!;
        work.IsHeardOf = work.IsStarted;
        execution.SetHeartbeatTimer(strand, work);
    }

    /// <summary>It is done.</summary>
    public static void Succeeded(Execution execution, Strand strand, Json output)
    {
        var work = (Work.Task)strand.Work!;
        if (work.Request.WhyTooLarge(output) is { } tooLarge)
        {
            Failed(execution, strand, tooLarge);
            return;
        }

        if (work.Request.Resource is TaskResource.MapRun)
        {
            MapRunStep.Succeeded(execution, strand, output);
            return;
        }

        execution.ObservationOf(strand)?.Saw(DataStage.Result, output);
        execution.StopWaiting(strand, isDone: true);
        WorkerTask.Start(execution, strand, work);
        TaskEvents.Succeeded(execution, strand, work, output);
        Leaving.WithResult(execution, strand, (TaskState)strand.State, output);
    }

    /// <summary>It has failed.</summary>
    public static void Failed(Execution execution, Strand strand, Failure failure)
    {
        var work = (Work.Task)strand.Work!;
        if (work.Request.Resource is TaskResource.MapRun)
        {
            MapRunStep.Failed(execution, strand, failure);
            return;
        }

        execution.StopWaiting(strand, isDone: true);
        if (WorkerTask.Is(work) && !work.IsSubmitted)
        {
            WorkerTask.NotScheduled(execution, strand, work, failure);
            return;
        }

        if (Unstartable.Is(work, failure))
        {
            Failing.Explained(execution, strand, failure);
            return;
        }

        WorkerTask.Start(execution, strand, work);
        TaskEvents.Failed(execution, strand, work, failure);
        Failing.Decide(execution, strand, failure);
    }

    /// <summary>It took too long, or gave no sign of life for too long.</summary>
    public static void TimedOut(Execution execution, Strand strand, bool isHeartbeat)
    {
        var work = (Work.Task)strand.Work!;
        var failure = new Failure(Failure.Timeout, Cause: null) { IsMissedHeartbeat = isHeartbeat };
        execution.StopWaiting(strand, isDone: false);
        WorkerTask.Schedule(execution, strand, work);
        TaskEvents.TimedOut(execution, strand, work, failure);
        Failing.Decide(execution, strand, failure);
    }

    /// <summary>The attempt whose token the context object shows: only a task that waits for a callback has a use for one, and only there is it shown.</summary>
    private static long? ShownNumber(TaskResource resource, long number) =>
        resource is TaskResource.Integration { Pattern: IntegrationPattern.WaitForTaskToken } ? number : null;

    private static bool TrySeconds(Execution execution, Strand strand, Expression? expression, string field, Json input, out long? seconds, out Failure? failure)
    {
        seconds = null;
        failure = null;
        if (expression is null)
        {
            return true;
        }

        var scope = execution.Scope.At(strand, input);
        if (expression is Expression.Query query)
        {
            if (!QueriedNumber.TryWhole(query, field, least: 1, scope, execution.Entropy, out seconds, out failure))
            {
                return false;
            }
        }
        else if (!TryFixedSeconds(expression, field + "Path", scope, execution.Entropy, out seconds, out failure))
        {
            return false;
        }

        seconds = Math.Min(seconds!.Value, (long)RetryDelay.LongestSeconds);
        return true;
    }

    private static bool TryFixedSeconds(Expression expression, string field, EvaluationScope scope, Entropy entropy, out long? seconds, out Failure? failure)
    {
        seconds = null;
        if (expression is Expression.PathTo { Path: var path } && !path.TryEvaluate(scope, out _, out var miss))
        {
            failure = new Failure(Failure.Runtime, $"Invalid path '{path.Text}' : {miss.Message}");
            return false;
        }

        if (!Evaluation.TryEvaluate(expression, field, scope, entropy, out var value, out failure))
        {
            return false;
        }

        seconds = Integer.Of(value);
        failure = seconds > 0 ? null : new Failure(
            Failure.Runtime,
            $"The {field} field refers to value {value} which is not a positive integer: {(expression as Expression.PathTo)?.Path.Text}");
        return failure is null;
    }
}
