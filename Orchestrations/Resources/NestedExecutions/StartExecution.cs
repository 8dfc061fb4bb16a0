using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.NestedExecutions;

/// <summary><c>arn:aws:states:::states:startExecution</c>: starts an execution of another machine and, with <c>.sync</c>, waits for its end.</summary>
/// <remarks>
/// A child without a Name gets one that follows from the attempt, so that an attempt that is repeated after a crash finds its child again. With
/// <c>.sync</c> a child whose parent gives up waiting (it was stopped, the task took too long) is stopped as well.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start a new workflow from a task state</seealso>
public sealed class StartExecution(LateExecutions late) : IServiceIntegration
{
    /// <inheritdoc/>
    public string Service => "states";

    /// <inheritdoc/>
    public string Action => "startExecution";

    /// <summary>The execution that an attempt starts and waits for (<c>.sync</c>), whether it has or not; null where it does no such thing.</summary>
    public static string? ArnOfChild(TaskRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Resource is TaskResource.Integration { Service: "states", Action: "startExecution", Pattern: IntegrationPattern.Sync or IntegrationPattern.Sync2 }
            && StartExecutionParameters.TryRead(new TaskCall { Request = request, Execution = request.Execution, HeartbeatAsync = static () => default }, out var parameters, out _)
            ? parameters.ExecutionArn
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<TaskOutcome> PerformAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(call);
        if (!StartExecutionParameters.TryRead(call, out var parameters, out var problem))
        {
            return new TaskOutcome.Failed(problem);
        }

        var executions = await late.GetAsync(cancellationToken);
        try
        {
            return resource.Pattern switch
            {
                IntegrationPattern.Sync or IntegrationPattern.Sync2 => await RunAsync(executions, parameters, resource.Pattern, call, cancellationToken),
                IntegrationPattern.WaitForTaskToken => new TaskOutcome.Submitted(await BeginAsync(executions, parameters, call, cancellationToken)),
                _ => new TaskOutcome.Succeeded(await BeginAsync(executions, parameters, call, cancellationToken)),
            };
        }
        catch (RefusedException e) when (e.Refusal != Refusal.Unavailable)
        {
            return new TaskOutcome.Failed(StartExecutionFailure.Of(e.Refusal.ToString(), e.Message, call));
        }
    }

    private static async ValueTask<Json> BeginAsync(
        IExecutionService executions, StartExecutionParameters parameters, TaskCall call, CancellationToken cancellationToken) =>
        StartExecutionResponse.Started(await new ChildExecutions(executions).StartAsync(parameters, call, cancellationToken), call);

    private static async ValueTask<TaskOutcome> RunAsync(
        IExecutionService executions, StartExecutionParameters parameters, IntegrationPattern pattern, TaskCall call, CancellationToken cancellationToken)
    {
        var child = await new ChildExecutions(executions).StartOrGoOnAsync(parameters, call, cancellationToken);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var submitted = StartExecutionResponse.Started(child, call);
            await call.SubmittedAsync(submitted);
            if (call.IsAskedAgain && await RunsAsync(executions, child, cancellationToken))
            {
                return new TaskOutcome.Submitted(submitted);
            }

            var ended = await executions.WaitForEndAsync(child.ExecutionArn, cancellationToken);
            return ended.Summary.Status == ExecutionStatus.Succeeded
                ? new TaskOutcome.Succeeded(StartExecutionResponse.Ended(ended, parsesTexts: pattern == IntegrationPattern.Sync2))
                : new TaskOutcome.Failed(StartExecutionFailure.Of(ended));
        }
        catch (OperationCanceledException) when (call.IsGivenUp())
        {
            await executions.StopAsync(child.ExecutionArn, error: null, $"{call.Execution.ExecutionArn} does not wait for it any more.", CancellationToken.None);
            throw;
        }
    }

    private static async ValueTask<bool> RunsAsync(IExecutionService executions, StartedExecution child, CancellationToken cancellationToken)
    {
        var found = await executions.DescribeAsync(child.ExecutionArn, cancellationToken);
        return found.Summary.Status == ExecutionStatus.Running;
    }
}
