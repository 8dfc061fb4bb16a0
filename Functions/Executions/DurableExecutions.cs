using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Executions;

/// <summary>The use cases of executions on Durable Functions, with the answers and refusals of the local host.</summary>
internal sealed class DurableExecutions(
    StateMachineCatalog catalog,
    ExecutionStarts starts,
    ExpressStarts express,
    ExecutionEnds ends,
    ExecutionRedrives redrives,
    ExecutionCallbacks callbacks,
    RecordedExecutions recorded,
    DurableOptions options) : IExecutionService
{
    /// <inheritdoc/>
    public async ValueTask<StartedExecution> StartAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        var machine = await FindMachineAsync(request, cancellationToken);
        return machine.Type == StateMachineType.Express
            ? await express.StartAsync(request, machine, cancellationToken)
            : await starts.StartAsync(request, machine, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ExecutionDescription> StartSyncAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        var machine = await FindMachineAsync(request, cancellationToken);
        return machine.Type == StateMachineType.Express
            ? await express.RunAsync(request, machine, cancellationToken)
            : throw new RefusedException(Refusal.StateMachineTypeNotSupported, "This operation is not supported by this type of state machine");
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        return ends.StopAsync(executionArn, error, cause, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        return redrives.RedriveAsync(executionArn, clientToken, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default) =>
        recorded.DescribeAsync(executionArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken = default) =>
        recorded.DescribeStateMachineAsync(executionArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, StatesLanguage.Executions.ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default) =>
        recorded.ListAsync(stateMachineArn, status, limit, cursor, isRedriven, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        recorded.GetHistoryAsync(executionArn, reverse, limit, cursor, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SendTaskSuccessAsync(string taskToken, Json output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Utf8Length <= options.StandardLimits.PayloadBytes
            ? callbacks.SucceedAsync(taskToken, output, cancellationToken)
            : throw new RefusedException(Refusal.InvalidOutput, $"The output has {output.Utf8Length} bytes; at most {options.StandardLimits.PayloadBytes} are allowed");
    }

    /// <inheritdoc/>
    public ValueTask SendTaskFailureAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken = default) =>
        callbacks.FailAsync(taskToken, error, cause, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) =>
        callbacks.BeatAsync(taskToken, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ExecutionDescription> WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        await ends.WaitAsync(executionArn, cancellationToken);
        return await recorded.DescribeAsync(executionArn, cancellationToken);
    }

    private ValueTask<StateMachineRecord> FindMachineAsync(StartRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Input.Utf8Length <= options.StandardLimits.PayloadBytes
            ? catalog.ResolveAsync(request.StateMachineArn, cancellationToken)
            : throw new RefusedException(Refusal.InvalidExecutionInput, $"The input has {request.Input.Utf8Length} bytes; at most {options.StandardLimits.PayloadBytes} are allowed");
    }
}
