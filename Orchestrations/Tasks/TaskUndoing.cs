using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Undoes what an execution has done that was stopped or ran out of time: no order stays half done, no money of a transaction stays moved.</summary>
/// <remarks>
/// It calls the function that the workflow itself calls when a step fails (<see cref="StepNames.OrderCompensation"/>, <see cref="StepNames.RecordFailure"/>),
/// with what the workflow would hand it. That function is idempotent, so this may be repeated after a crash at any point.
/// </remarks>
internal sealed class TaskUndoing(TaskExecutions executions, Lazy<TaskHandlers> handlers, IOrderStore orders)
{
    /// <summary>Undoes it.</summary>
    /// <returns>What a reader of the task's history should know, where not everything could be undone.</returns>
    /// <exception cref="TaskFailureException">It cannot be undone now.</exception>
    public ValueTask<string?> UndoAsync(TrackedTask task, ExecutionDescription stopped, CancellationToken cancellationToken) => task.Kind switch
    {
        TaskKind.Order => UndoOrderAsync(task, stopped, cancellationToken),
        TaskKind.Purchase or TaskKind.Refund => UndoTransactionAsync(task, stopped, cancellationToken),
        _ => ValueTask.FromResult<string?>(null),
    };

    private async ValueTask<string?> UndoOrderAsync(TrackedTask task, ExecutionDescription stopped, CancellationToken cancellationToken)
    {
        if (await OrderRunAsync(task, stopped, cancellationToken) is not { } run || await BelongsToAnotherAsync(run.Input, cancellationToken))
        {
            return null;
        }

        var order = await CallAsync(StepNames.OrderCompensation, "order", run, task, cancellationToken);
        if (order?["status"] is not JsonString { Value: nameof(OrderStatus.Shipped) or nameof(OrderStatus.Confirmed) } || order["orderId"] is not { } orderId)
        {
            return null;
        }

        await InvokeAsync(StepNames.OrderConfirmation, JsonObject.Of(("orderId", orderId)), run, task, cancellationToken);
        return "The order had left before it could be called off, so it goes on.";
    }

    private async ValueTask<string?> UndoTransactionAsync(TrackedTask task, ExecutionDescription stopped, CancellationToken cancellationToken)
    {
        var transaction = await CallAsync(StepNames.RecordFailure, "transaction", stopped, task, cancellationToken);
        return transaction?["status"] is JsonString { Value: not "Failed" } ? "The transaction had been carried out before it could be called off, so it stands." : null;
    }

    /// <summary>The execution that placed the order: the task's own, or the one it has started; none if there is nothing of it to undo.</summary>
    private async ValueTask<ExecutionDescription?> OrderRunAsync(TrackedTask task, ExecutionDescription stopped, CancellationToken cancellationToken)
    {
        if (task.Workflow == SeedWorkflows.OrderProcessing.Name)
        {
            return stopped;
        }

        var arn = executions.ArnOf(task, SeedWorkflows.OrderProcessing.Name);
        if (await executions.FindAsync(arn, cancellationToken) is { Summary.Status: ExecutionStatus.Running })
        {
            await executions.StopAsync(arn, stopped.Failure ?? new Failure(Error: null, Cause: null), cancellationToken);
        }

        // An order that came to its own end was carried out, or undone by its own workflow.
        return await executions.FindAsync(arn, cancellationToken) is { Summary.Status: ExecutionStatus.Aborted or ExecutionStatus.TimedOut } run ? run : null;
    }

    /// <summary>Whether the order of that id is one of other content, which the workflow would have refused to touch.</summary>
    private async ValueTask<bool> BelongsToAnotherAsync(Json input, CancellationToken cancellationToken)
    {
        try
        {
            var request = OrderInput.ReadOrder(input);
            var total = OrderRules.TotalOf(request);
            return request.OrderId is { } id
                && await orders.FindAsync(id, cancellationToken) is { Lines.Count: > 0 } order
                && !OrderRules.Agrees(order, request, total);
        }
        catch (DomainException e) when (e is not TransientFailureException)
        {
            // What cannot be read was never placed.
            return true;
        }
    }

    /// <summary>Calls the function that undoes a record; none if it says that there is nothing to undo.</summary>
    private async ValueTask<JsonObject?> CallAsync(
        string function, string recordName, ExecutionDescription run, TrackedTask task, CancellationToken cancellationToken)
    {
        var error = run.Failure?.Error ?? (run.Summary.Status == ExecutionStatus.TimedOut ? Failure.Timeout : "TaskCancelled");
        var input = JsonObject.Of(
            (recordName, run.Input),
            ("failure", JsonObject.Of(("Error", Json.Of(error)), ("Cause", Json.Of(run.Failure?.Cause ?? "The execution was stopped.")))),
            ("reference", Json.Of($"{run.Summary.ExecutionArn} {Timestamp.Format(run.Summary.StartDate)}")));
        try
        {
            return await InvokeAsync(function, input, run, task, cancellationToken) as JsonObject;
        }
        catch (TaskFailureException e) when (e.Failure.Error is "OrderNotFound" or "InvalidOrder" or "InvalidTransaction")
        {
            return null;
        }
    }

    private async ValueTask<Json> InvokeAsync(string function, JsonObject input, ExecutionDescription run, TrackedTask task, CancellationToken cancellationToken)
    {
        var handler = handlers.Value.Find(function) ?? throw new InvalidOperationException($"expected a function '{function}' to undo task {task.TaskId} with, found none");
        return await handler.InvokeAsync(
            new TaskInvocation
            {
                FunctionName = function,
                Input = input,
                IdempotencyToken = $"{TaskExecutions.NameOf(task)}/undo/{run.Summary.RedriveCount}",
                ExecutionArn = run.Summary.ExecutionArn,
                RunName = run.Summary.Name,
                StateName = function,
            },
            cancellationToken);
    }
}
