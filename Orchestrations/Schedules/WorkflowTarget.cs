using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Starts executions; those of a batch through a task that people can follow.</summary>
/// <remarks>
/// A STANDARD execution bears the name of the firing, and a task has the firing's id as its idempotency key, so neither is ever started twice. An EXPRESS
/// execution is not kept anywhere: a host that is killed just after starting one starts it again.
/// </remarks>
public sealed class WorkflowTarget(IExecutionService executions, StateMachineCatalog catalog, ITaskService? tasks = null) : IFiringTarget
{
    /// <summary>Whose the tasks of batches are.</summary>
    public const string TaskOwner = "schedules";

    private static readonly HashSet<string> Batches = ["SettlementBatch", "RetentionSweep"];

    /// <inheritdoc/>
    public async ValueTask<LaunchedFiring> LaunchAsync(Firing firing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firing);
        var machine = firing.StateMachine.Contains(':') ? firing.StateMachine : catalog.Arns.StateMachine(firing.StateMachine);
        var name = machine[(machine.LastIndexOf(':') + 1)..];
        return tasks is not null && Batches.Contains(name) && firing.Input is JsonObject input
            ? await SubmitAsync(tasks, firing, name, input, cancellationToken)
            : await StartAsync(firing, machine, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsRunningAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await executions.DescribeAsync(executionArn, cancellationToken)).Summary.Status == ExecutionStatus.Running;
        }
        catch (RefusedException e) when (e.Refusal is Refusal.ExecutionDoesNotExist or Refusal.StateMachineTypeNotSupported)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        try
        {
            await executions.WaitForEndAsync(executionArn, cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal is Refusal.ExecutionDoesNotExist or Refusal.StateMachineTypeNotSupported)
        {
            // What does not exist any more does not run any more.
        }
    }

    private static async ValueTask<LaunchedFiring> SubmitAsync(ITaskService tasks, Firing firing, string workflow, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            var task = await tasks.SubmitAsync(
                new TaskSubmission
                {
                    Kind = TaskKind.Batch,
                    Input = input,
                    Workflow = workflow,
                    Title = firing.IsManual ? $"{firing.Schedule}, by hand" : $"{firing.Schedule}, due {firing.Due.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC",
                    Owner = TaskOwner,
                    By = TaskOwner,
                    IdempotencyKey = firing.Id,
                },
                cancellationToken);
            return new LaunchedFiring(task.ExecutionArn ?? throw new InvalidOperationException($"Expected an execution of task {task.TaskId}, found none yet."), task.TaskId);
        }
        catch (TaskRefusedException e)
        {
            throw new FiringRefusedException(e.Message, e);
        }
    }

    private async ValueTask<LaunchedFiring> StartAsync(Firing firing, string machine, CancellationToken cancellationToken)
    {
        try
        {
            var request = new StartRequest { StateMachineArn = machine, Name = firing.Id, Input = firing.Input };
            return new LaunchedFiring((await executions.StartAsync(request, cancellationToken)).ExecutionArn);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionAlreadyExists)
        {
            // Under this name nothing else is started, so it is the firing's own execution, which has ended in the meantime.
            return new LaunchedFiring(ArnScheme.Execution(machine, firing.Id));
        }
        catch (RefusedException e) when (e.Refusal != Refusal.Unavailable)
        {
            throw new FiringRefusedException(e.Message, e);
        }
    }
}
