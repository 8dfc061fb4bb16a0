using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>Does one attempt at a task.</summary>
/// <remarks>However the task goes is a value. What is thrown is trouble of the infrastructure, and the orchestrator asks again.</remarks>
public sealed class TaskPerformance(
    Recording recording, ITaskRouter router, MapRunTasks mapRuns, WaitingTasks waiting, DurableClients clients, TimeProvider time, ILogger<TaskPerformance> logger)
{
    /// <summary>No activity runs that long, and a timer cannot wait much longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

    private readonly ActivityRouter router = new(router, waiting.Activities);

    /// <summary>Takes down what comes with the task, and then does it if the orchestration runs the execution.</summary>
    public async Task<ActivityAnswer> PerformAsync(string text, CancellationToken cancellationToken = default)
    {
        var answer = new ActivityAnswer { Ticket = ActivityAnswer.TicketOf(text) };
        var input = TaskInput.Read(text);
        if (!await recording.RecordAsync(input.Record, cancellationToken))
        {
            return answer with { Runs = false };
        }

        return input.Request.Resource is TaskResource.MapRun
            ? await RunMapAsync(input, answer, cancellationToken)
            : await InvokeAsync(input, answer, cancellationToken);
    }

    /// <summary>That a Map Run goes on is no fact of the execution's: only its end is.</summary>
    private async Task<ActivityAnswer> RunMapAsync(TaskInput input, ActivityAnswer answer, CancellationToken cancellationToken) =>
        await mapRuns.StartOrEndAsync(input.Request, input.Record.Batch.RedriveCount, cancellationToken) is { } outcome
            ? Answer(answer, input.Request, outcome, submitted: null, isAskedAgain: true)
            : answer with { Child = MapRunAddress.Of(input.Request).Text };

    private async Task<ActivityAnswer> InvokeAsync(TaskInput input, ActivityAnswer answer, CancellationToken cancellationToken)
    {
        var request = input.Request;
        var instanceId = InstanceIds.Of(request.Execution.ExecutionArn, input.Record.Batch.RedriveCount);
        using var deadline = new CancellationTokenSource(Until(request.Deadline), time);
        using var untilDeadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        Json? submitted = null;
        var isAskedAgain = IsNestedExecution(request.Resource);
        var call = new TaskCall
        {
            Request = request,
            Execution = request.Execution,
            IsAskedAgain = isAskedAgain,
            SubmittedAsync = async output =>
            {
                submitted = output;
                if (!isAskedAgain)
                {
                    await SendAsync(instanceId, new Fact.TaskSubmitted(time.GetUtcNow(), request.Task, output), cancellationToken);
                }
            },
            HeartbeatAsync = () => SendAsync(instanceId, new Fact.TaskHeartbeat(time.GetUtcNow(), request.Task), cancellationToken),
        };
        try
        {
            // Another execution is started, which takes no time. Cut off half way, nobody would know of it and stop it.
            var outcome = await router.InvokeAsync(call, isAskedAgain ? cancellationToken : untilDeadline.Token);
            if (outcome is TaskOutcome.Submitted && request.Resource is TaskResource.Activity)
            {
                await waiting.AddAsync(request, cancellationToken);
            }

            return Answer(answer, request, outcome, submitted, isAskedAgain);
        }
        catch (OperationCanceledException) when (untilDeadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // That its time is over the execution says, when its own timer comes.
            return answer with { Submitted = submitted };
        }
#pragma warning disable CA1031 // An exception that gets out of the router fails the task, as with every driver; only a host that shuts down is no fault of it.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = e is TaskFailureException known ? known.Failure : new Failure(e.GetType().Name, e.Message);
            return answer with { Submitted = submitted, Outcome = new TaskOutcome.Failed(failure) };
        }
#pragma warning restore CA1031
    }

    private static ActivityAnswer Answer(ActivityAnswer answer, TaskRequest request, TaskOutcome outcome, Json? submitted, bool isAskedAgain) => outcome switch
    {
        // What does not fit need not travel to be refused.
        TaskOutcome.Succeeded succeeded when request.WhyTooLarge(succeeded.Output) is { } failure =>
            answer with { Submitted = submitted, Outcome = new TaskOutcome.Failed(failure) },
        TaskOutcome.Succeeded or TaskOutcome.Failed => answer with { Submitted = submitted, Outcome = outcome },
        TaskOutcome.Submitted taken => answer with { Submitted = taken.Output, Child = isAskedAgain ? ChildOf(taken.Output) : null },
        _ => throw new UnreachableException($"no answer for {outcome.GetType().Name}"),
    };

    private static bool IsNestedExecution(TaskResource resource) => resource is TaskResource.Integration
    {
        Service: "states",
        Action: "startExecution",
        Pattern: IntegrationPattern.Sync or IntegrationPattern.Sync2,
    };

    private static string? ChildOf(Json submitted) => ((submitted as JsonObject)?["ExecutionArn"] as JsonString)?.Value;

    private TimeSpan Until(DateTimeOffset? deadline)
    {
        var left = deadline - time.GetUtcNow();
        return left is not { } known || known > LongestWait ? Timeout.InfiniteTimeSpan : known > TimeSpan.Zero ? known : TimeSpan.Zero;
    }

    /// <summary>Tells the orchestration what can do without being told: a sign of life is followed by others, and what was submitted is in the answer as well.</summary>
    private async ValueTask SendAsync(string instanceId, Fact fact, CancellationToken cancellationToken)
    {
        try
        {
            await clients.Current.RaiseEventAsync(instanceId, Signal.EventName, Signal.Of(fact).Text, cancellationToken);
        }
#pragma warning disable CA1031 // That it does not get through, or that the orchestration has ended meanwhile, is no failure of the task.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(e, "Instance {Instance} could not be told of {Fact}", instanceId, fact.GetType().Name);
        }
#pragma warning restore CA1031
    }
}
