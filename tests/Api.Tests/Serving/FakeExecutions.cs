using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Serving;

/// <summary>Executions that answer what a test says; a call no test has an answer for fails.</summary>
public sealed class FakeExecutions : IExecutionService
{
    public Func<StartRequest, StartedExecution> Start { get; set; } = Unexpected<StartRequest, StartedExecution>;

    public Func<StartRequest, ExecutionDescription> StartSync { get; set; } = Unexpected<StartRequest, ExecutionDescription>;

    public Func<(string Arn, string? Error, string? Cause), DateTimeOffset> Stop { get; set; } = Unexpected<(string, string?, string?), DateTimeOffset>;

    public Func<(string Arn, string? ClientToken), DateTimeOffset> Redrive { get; set; } = Unexpected<(string, string?), DateTimeOffset>;

    public Func<string, ExecutionDescription> Describe { get; set; } = Unexpected<string, ExecutionDescription>;

    public Func<string, StateMachineRecord> DescribeStateMachine { get; set; } = Unexpected<string, StateMachineRecord>;

    public Func<(string Arn, ExecutionStatus? Status, int Limit, string? Cursor, bool? IsRedriven), Page<ExecutionSummary>> List { get; set; } =
        Unexpected<(string, ExecutionStatus?, int, string?, bool?), Page<ExecutionSummary>>;

    public Func<(string Arn, bool Reverse, int Limit, string? Cursor), Page<HistoryEvent>> History { get; set; } =
        Unexpected<(string, bool, int, string?), Page<HistoryEvent>>;

    /// <summary>Takes every callback, as a text that says it all.</summary>
    public Action<string> Callback { get; set; } = call => throw new InvalidOperationException($"unexpected: {call}");

    public ValueTask<StartedExecution> StartAsync(StartRequest request, CancellationToken cancellationToken = default) => new(Start(request));

    public ValueTask<ExecutionDescription> StartSyncAsync(StartRequest request, CancellationToken cancellationToken = default) => new(StartSync(request));

    public ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default) =>
        new(Stop((executionArn, error, cause)));

    public ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null, CancellationToken cancellationToken = default) =>
        new(Redrive((executionArn, clientToken)));

    public ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default) => new(Describe(executionArn));

    public ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken = default) =>
        new(DescribeStateMachine(executionArn));

    public ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default) =>
        new(List((stateMachineArn, status, limit, cursor, isRedriven)));

    public ValueTask<Page<HistoryEvent>> GetHistoryAsync(
        string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        new(History((executionArn, reverse, limit, cursor)));

    public ValueTask SendTaskSuccessAsync(string taskToken, Json output, CancellationToken cancellationToken = default) => Call($"{taskToken} yields {output}");

    public ValueTask SendTaskFailureAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken = default) =>
        Call($"{taskToken} fails with {error ?? "null"}, {cause ?? "null"}");

    public ValueTask SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) => Call($"{taskToken} lives");

    public ValueTask<ExecutionDescription> WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default) => new(Describe(executionArn));

    private static TAnswer Unexpected<TQuestion, TAnswer>(TQuestion question) => throw new InvalidOperationException($"unexpected: {question}");

    private ValueTask Call(string call)
    {
        Callback(call);
        return ValueTask.CompletedTask;
    }
}
