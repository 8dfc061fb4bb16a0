using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>Calls registered functions and turns what they throw into failures.</summary>
public sealed class FunctionCalls(TaskHandlers handlers, ILogger<FunctionCalls>? logger = null)
{
    private readonly ILogger logger = logger ?? NullLogger<FunctionCalls>.Instance;

    /// <summary>Calls the function a Task names as its Resource.</summary>
    public ValueTask<TaskOutcome> CallAsync(FunctionReference function, TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return CallAsync(function, call.Request.Input, call, byService: false, cancellationToken);
    }

    /// <summary>Calls a function that a service was told to call.</summary>
    public ValueTask<TaskOutcome> CallByServiceAsync(FunctionReference function, Json input, TaskCall call, CancellationToken cancellationToken) =>
        CallAsync(function, input, call, byService: true, cancellationToken);

    /// <summary>
    /// Calls the handler that is registered for a service integration, under its action (<c>ecs:runTask.sync</c>, <c>ecs:runTask</c>) or its whole resource; what it gives back is
    /// the result of the task, or with <c>.waitForTaskToken</c> what the service answers.
    /// </summary>
    /// <returns>How it went; null if there is no such handler.</returns>
    public async ValueTask<TaskOutcome?> TryCallForAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(call);
        string[] names = [resource.Text, $"{resource.Service}:{resource.ActionText}", $"{resource.Service}:{resource.Action}"];
        if (Array.Find(names, name => handlers.Find(name) is not null) is not { } found)
        {
            return null;
        }

        var outcome = await CallAsync(new FunctionReference(found, Qualifier: null, found), call.Request.Input, call, byService: true, cancellationToken);
        return outcome is TaskOutcome.Succeeded done && resource.Pattern == IntegrationPattern.WaitForTaskToken ? new TaskOutcome.Submitted(done.Output) : outcome;
    }

    private async ValueTask<TaskOutcome> CallAsync(
        FunctionReference function, Json input, TaskCall call, bool byService, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(call);
        if (handlers.Find(function.Name, function.Qualifier) is not { } handler)
        {
            logger.LogWarning("{Advice} Known functions: {Names}.", FunctionNotFound.Advice(function), string.Join(", ", handlers.Names));
            return new TaskOutcome.Failed(FunctionNotFound.For(function, call, byService));
        }

        try
        {
            return new TaskOutcome.Succeeded(await handler.InvokeAsync(Invocation(function, input, call), cancellationToken) ?? Json.Null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            if (e is not TaskFailureException)
            {
                logger.LogInformation(e, "Function {Function} failed state {State} of {Execution}.", function.Name, call.Request.StateName, call.Execution.ExecutionArn);
            }

            return new TaskOutcome.Failed(HandlerFailure.Of(e));
        }
    }

    private static TaskInvocation Invocation(FunctionReference function, Json input, TaskCall call) => new()
    {
        FunctionName = function.Name,
        Qualifier = function.Qualifier,
        Input = input,
        IdempotencyToken = call.Request.IdempotencyToken,
        RetryCount = call.Request.RetryCount,
        ExecutionArn = call.Execution.ExecutionArn,
        RunName = call.Execution.RunName,
        StateName = call.Request.StateName,
        Deadline = call.Request.Deadline,
        HeartbeatAsync = call.HeartbeatAsync,
    };
}
