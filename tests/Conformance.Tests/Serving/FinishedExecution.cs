using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>One execution that has run in virtual time, for the API to tell of.</summary>
internal sealed class FinishedExecution(ExecutionStart start, VirtualOutcome outcome) : IExecutionService
{
    private ExecutionDescription Description
    {
        get
        {
            var startedAt = outcome.History[0].Timestamp;
            DateTimeOffset? stoppedAt = outcome.Status == ExecutionStatus.Running ? null : outcome.History[^1].Timestamp;
            var obstacle = RedriveRules.WhyNot(
                outcome.Status, startedAt, stoppedAt, redriveCount: 0, outcome.History.Count, start.Limits, at: outcome.History[^1].Timestamp);
            return new ExecutionDescription
            {
                Summary = new ExecutionSummary
                {
                    ExecutionArn = start.ExecutionArn,
                    StateMachineArn = start.StateMachineArn,
                    Name = start.Name,
                    Status = outcome.Status,
                    StartDate = startedAt,
                    StopDate = stoppedAt,
                },
                Input = start.Input,
                Output = outcome.Output,
                Failure = outcome.Failure,
                RedriveStatus = obstacle is null ? RedriveStatus.Redrivable : RedriveStatus.NotRedrivable,
                RedriveStatusReason = obstacle,
            };
        }
    }

    public ValueTask<ExecutionDescription> StartSyncAsync(StartRequest request, CancellationToken cancellationToken = default) => ValueTask.FromResult(Description);

    public ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.FromResult(Description);

    public ValueTask<ExecutionDescription> WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.FromResult(Description);

    public ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new Page<HistoryEvent>(ValueList.Create<HistoryEvent>([.. outcome.History]), Next: null));

    public ValueTask<StartedExecution> StartAsync(StartRequest request, CancellationToken cancellationToken = default) => throw Over();

    public ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default) => throw Over();

    public ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken = default) => throw Over();

    public ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null, CancellationToken cancellationToken = default) => throw Over();

    public ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default) => throw Over();

    public ValueTask SendTaskSuccessAsync(string taskToken, Json output, CancellationToken cancellationToken = default) => throw Over();

    public ValueTask SendTaskFailureAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken = default) => throw Over();

    public ValueTask SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) => throw Over();

    private static InvalidOperationException Over() => new("expected to be asked about an execution that is over, nothing else");
}
