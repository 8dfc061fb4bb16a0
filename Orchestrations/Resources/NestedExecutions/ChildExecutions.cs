using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Resources.NestedExecutions;

/// <summary>Starts executions for tasks of others, and finds those again that were started before.</summary>
internal sealed class ChildExecutions(IExecutionService executions)
{
    /// <summary>Starts the child that a task wants, or finds the one that this very attempt has started.</summary>
    public async ValueTask<StartedExecution> StartAsync(StartExecutionParameters parameters, TaskCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await executions.StartAsync(Request(parameters, call), cancellationToken);
        }
        catch (RefusedException e) when (MayHaveStartedIt(e))
        {
            return await FindOwnAsync(parameters, call, cancellationToken) ?? throw new RefusedException(e.Refusal, e.Message);
        }
    }

    /// <summary>The same for a task that waits for the end: a child that failed before its parent was redriven is redriven too.</summary>
    public async ValueTask<StartedExecution> StartOrGoOnAsync(StartExecutionParameters parameters, TaskCall call, CancellationToken cancellationToken)
    {
        try
        {
            await RefuseExpressAsync(parameters, cancellationToken);
            return await StartAsync(parameters, call, cancellationToken);
        }
        catch (RefusedException e) when (MayHaveStartedIt(e))
        {
            return await FindOwnAsync(parameters, call, cancellationToken)
                ?? await GoOnAsync(parameters, call, cancellationToken)
                ?? throw new RefusedException(e.Refusal, e.Message);
        }
    }

    private static StartRequest Request(StartExecutionParameters parameters, TaskCall call) => new()
    {
        StateMachineArn = parameters.StateMachineArn,
        Name = parameters.Name,
        Input = parameters.Input,
        Parent = Attempt(call),
    };

    private static ParentTask Attempt(TaskCall call) => new(call.Execution.ExecutionArn, call.Request.Task);

    /// <summary>Whether the child may be there already: its name is taken, or what it was started by has been deleted since.</summary>
    private static bool MayHaveStartedIt(RefusedException refused) => refused.Refusal is Refusal.ExecutionAlreadyExists or Refusal.StateMachineDoesNotExist;

    private async ValueTask<StartedExecution?> FindOwnAsync(StartExecutionParameters parameters, TaskCall call, CancellationToken cancellationToken) =>
        await FindAsync(parameters, cancellationToken) is { } child && child.Parent == Attempt(call)
            ? new StartedExecution(child.Summary.ExecutionArn, child.Summary.StartDate)
            : null;

    /// <summary>EXPRESS executions cannot be found again, so nobody can wait for their end.</summary>
    private async ValueTask RefuseExpressAsync(StartExecutionParameters parameters, CancellationToken cancellationToken) =>
        await executions.ListAsync(parameters.StateMachineArn, status: null, limit: 1, cursor: null, cancellationToken: cancellationToken);

    private async ValueTask<ExecutionDescription?> FindAsync(StartExecutionParameters parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await executions.DescribeAsync(parameters.ExecutionArn, cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionDoesNotExist)
        {
            return null;
        }
    }

    /// <summary>The child of an earlier attempt, if the parent was redriven since: as it ended, or going on.</summary>
    private async ValueTask<StartedExecution?> GoOnAsync(StartExecutionParameters parameters, TaskCall call, CancellationToken cancellationToken)
    {
        var parent = await executions.DescribeAsync(call.Execution.ExecutionArn, cancellationToken);
        if (parent.Summary.RedriveDate is not { } redrivenAt
            || await FindAsync(parameters, cancellationToken) is not { } child
            || child.Parent?.ExecutionArn != call.Execution.ExecutionArn)
        {
            return null;
        }

        var goesOn = child.Summary.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded || child.Summary.RedriveDate >= redrivenAt;
        if (!goesOn && child.Summary.StopDate > redrivenAt)
        {
            // It was started and failed after the redrive: this is another attempt under a name that is taken.
            return null;
        }

        if (!goesOn)
        {
            await executions.RedriveAsync(child.Summary.ExecutionArn, $"{call.Request.IdempotencyToken}-{parent.Summary.RedriveCount}", cancellationToken);
        }

        return new StartedExecution(child.Summary.ExecutionArn, child.Summary.StartDate);
    }
}
