using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>Executions as a process that may be killed sees them.</summary>
internal sealed class MortalExecutions(IExecutionService executions, KillSwitch kill) : IExecutionService
{
    public ValueTask<StartedExecution> StartAsync(StartRequest request, CancellationToken cancellationToken = default) =>
        kill.CallAsync(() => executions.StartAsync(request, cancellationToken));

    public ValueTask<ExecutionDescription> StartSyncAsync(StartRequest request, CancellationToken cancellationToken = default) =>
        kill.CallAsync(() => executions.StartSyncAsync(request, cancellationToken));

    public ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default) =>
        kill.CallAsync(() => executions.StopAsync(executionArn, error, cause, cancellationToken));

    public ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null, CancellationToken cancellationToken = default) =>
        kill.CallAsync(() => executions.RedriveAsync(executionArn, clientToken, cancellationToken));

    public ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default) =>
        Alive().DescribeAsync(executionArn, cancellationToken);

    public ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken = default) =>
        Alive().DescribeStateMachineAsync(executionArn, cancellationToken);

    public ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default) =>
        Alive().ListAsync(stateMachineArn, status, limit, cursor, isRedriven, cancellationToken);

    public ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        Alive().GetHistoryAsync(executionArn, reverse, limit, cursor, cancellationToken);

    public async ValueTask SendTaskSuccessAsync(string taskToken, Json output, CancellationToken cancellationToken = default) =>
        await kill.CallAsync(async () =>
        {
            await executions.SendTaskSuccessAsync(taskToken, output, cancellationToken);
            return true;
        });

    public ValueTask SendTaskFailureAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken = default) =>
        Alive().SendTaskFailureAsync(taskToken, error, cause, cancellationToken);

    public ValueTask SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) => Alive().SendTaskHeartbeatAsync(taskToken, cancellationToken);

    public ValueTask<ExecutionDescription> WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default) =>
        Alive().WaitForEndAsync(executionArn, cancellationToken);

    private IExecutionService Alive()
    {
        kill.ThrowIfDead();
        return executions;
    }
}
