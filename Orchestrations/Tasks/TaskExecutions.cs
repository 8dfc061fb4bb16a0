using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>The executions that carry tasks out. Their ARNs follow from the task alone, so that they are found again whatever was lost in between.</summary>
internal sealed class TaskExecutions(LateExecutions late, ArnScheme arns)
{
    /// <summary>The name of the present execution.</summary>
    public static string NameOf(TrackedTask task) => AttemptName.Of(task.TaskId, task.Attempt);

    /// <summary>The ARN of the present execution, whether it has been started or not.</summary>
    public string ArnOf(TrackedTask task) => ArnOf(task, task.Workflow);

    /// <summary>The ARN that an execution of another machine has when the present one has started it under its own name.</summary>
    public string ArnOf(TrackedTask task, string workflow) => ArnScheme.Execution(arns.StateMachine(workflow), NameOf(task));

    /// <summary>An execution, or none if it was never started or is no longer known.</summary>
    public async ValueTask<ExecutionDescription?> FindAsync(string executionArn, CancellationToken cancellationToken)
    {
        var executions = await late.GetAsync(cancellationToken);
        try
        {
            return await executions.DescribeAsync(executionArn, cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionDoesNotExist)
        {
            return null;
        }
    }

    /// <summary>Makes sure that the present execution has been started. One of that name with the same input is it, however it stands.</summary>
    /// <exception cref="RefusedException">It cannot be started.</exception>
    public async ValueTask StartAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        var executions = await late.GetAsync(cancellationToken);
        var input = TaskInput.Of(task);
        try
        {
            await executions.StartAsync(
                new StartRequest { StateMachineArn = arns.StateMachine(task.Workflow), Name = NameOf(task), Input = input }, cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionAlreadyExists)
        {
            if (await FindAsync(ArnOf(task), cancellationToken) is not { } existing || !existing.Input.Equals(input))
            {
                throw;
            }
        }
    }

    /// <summary>Makes sure that a machine is there and can carry a task out.</summary>
    /// <exception cref="TaskRefusedException">It is not, or is EXPRESS, whose executions cannot be followed.</exception>
    public async ValueTask CheckWorkflowAsync(string workflow, CancellationToken cancellationToken)
    {
        var executions = await late.GetAsync(cancellationToken);
        try
        {
            await executions.ListAsync(arns.StateMachine(workflow), status: null, limit: 1, cursor: null, cancellationToken: cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal is Refusal.StateMachineDoesNotExist or Refusal.StateMachineDeleting or Refusal.StateMachineTypeNotSupported)
        {
            throw new TaskRefusedException(TaskRefusal.InvalidSubmission, $"workflow: expected the name of a STANDARD state machine, found '{workflow}': {e.Message}.");
        }
    }

    /// <summary>Stops an execution. One that has ended stays as it is.</summary>
    public async ValueTask StopAsync(string executionArn, Failure failure, CancellationToken cancellationToken) =>
        await (await late.GetAsync(cancellationToken)).StopAsync(executionArn, failure.Error, failure.Cause, cancellationToken);

    /// <summary>Has an execution go on where it failed.</summary>
    public async ValueTask RedriveAsync(string executionArn, string clientToken, CancellationToken cancellationToken) =>
        await (await late.GetAsync(cancellationToken)).RedriveAsync(executionArn, clientToken, cancellationToken);

    /// <summary>Brings a callback's result. That nobody waits for it any more is no error: then it was brought before, or came too late.</summary>
    public async ValueTask SendAsync(string taskToken, Json output, CancellationToken cancellationToken)
    {
        var executions = await late.GetAsync(cancellationToken);
        try
        {
            await executions.SendTaskSuccessAsync(taskToken, output, cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal is Refusal.TaskTimedOut or Refusal.TaskDoesNotExist or Refusal.InvalidToken)
        {
            return;
        }
    }

    /// <summary>The events of an execution, latest first.</summary>
    public async ValueTask<IReadOnlyList<StatesLanguage.History.HistoryEvent>> LatestEventsAsync(string executionArn, int limit, CancellationToken cancellationToken) =>
        (await (await late.GetAsync(cancellationToken)).GetHistoryAsync(executionArn, reverse: true, limit, cursor: null, cancellationToken)).Items;
}
