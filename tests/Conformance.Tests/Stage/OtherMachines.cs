using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Stage;

/// <summary>The other machines of a case. An execution of one runs to its end as soon as it is started, in virtual time of its own.</summary>
internal sealed class OtherMachines(JsonObject filled, Func<TaskRequest, TaskReport> perform, ActivityWorkers workers) : IExecutionService
{
    private readonly Dictionary<string, (ExecutionStart Start, FinishedExecution Execution, TimeSpan Took)> ended = [];

    /// <summary>Told how long an execution took that somebody waits for.</summary>
    public Action<TimeSpan> Ran { get; set; } = _ => { };

    public ValueTask<StartedExecution> StartAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        var arn = Run(request);
        return ValueTask.FromResult(new StartedExecution(arn, Births.Moment));
    }

    public ValueTask<ExecutionDescription> StartSyncAsync(StartRequest request, CancellationToken cancellationToken = default) =>
        WaitForEndAsync(Run(request), cancellationToken);

    public ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default) =>
        Find(executionArn).Execution.DescribeAsync(executionArn, cancellationToken);

    public ValueTask<ExecutionDescription> WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        Ran(Find(executionArn).Took);
        return DescribeAsync(executionArn, cancellationToken);
    }

    public ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        Find(executionArn).Execution.GetHistoryAsync(executionArn, reverse, limit, cursor, cancellationToken);

    public ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default)
    {
        Machine(stateMachineArn);
        return ValueTask.FromResult(new Page<ExecutionSummary>([], Next: null));
    }

    public ValueTask SendTaskSuccessAsync(string taskToken, Json output, CancellationToken cancellationToken = default) =>
        Tell(taskToken, (at, task) => new Fact.TaskSucceeded(at, task, output));

    public ValueTask SendTaskFailureAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken = default) =>
        Tell(taskToken, (at, task) => new Fact.TaskFailed(at, task, new Failure(error, cause)));

    public ValueTask SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) =>
        Tell(taskToken, (at, task) => new Fact.TaskHeartbeat(at, task));

    public ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Births.Moment + Find(executionArn).Took);

    public ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A machine of a case has no record.");

    public ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null, CancellationToken cancellationToken = default) =>
        throw new RefusedException(Refusal.ExecutionNotRedrivable, executionArn);

    private ValueTask Tell(string taskToken, Func<DateTimeOffset, long, Fact> fact) => workers.TryTell(taskToken, fact) ? ValueTask.CompletedTask : throw Stranger(taskToken);

    private static RefusedException Stranger(string token) => TaskToken.TryParse(token, out _)
        ? new RefusedException(Refusal.TaskTimedOut, "Task Timed Out: 'Provided task does not exist anymore'")
        : new RefusedException(Refusal.InvalidToken, "Invalid Token: 'Invalid token'");

    private string Run(StartRequest request)
    {
        var machine = Machine(request.StateMachineArn);
        var name = request.Name ?? "d1ccf5f4-4c1b-4c43-8a52-6f4d5b1e6f10";
        var arn = ArnScheme.Execution(request.StateMachineArn, name);
        if (ended.TryGetValue(arn, out var before))
        {
            return before.Start.Input.Equals(request.Input) ? arn : throw new RefusedException(Refusal.ExecutionAlreadyExists, $"Execution Already Exists: '{arn}'");
        }

        var start = Births.Of(request.Input, request.StateMachineArn.Split(':')[^1]) with { ExecutionArn = arn, Name = name, StateMachineArn = request.StateMachineArn };
        var outcome = VirtualRun.ToEnd(machine, start, Births.Moment, perform);
        ended[arn] = (start, new FinishedExecution(start, outcome), outcome.History[^1].Timestamp - Births.Moment);
        return arn;
    }

    private StateMachine Machine(string arn) => filled.Items("other_machines").FirstOrDefault(machine => machine.Text("arn") == arn) is { } found
        ? DefinitionParser.Parse(found.Text("definition_text") ?? found.Object("definition")!.ToString()).Machine!
        : throw new RefusedException(Refusal.StateMachineDoesNotExist, $"State Machine Does Not Exist: '{arn}'");

    private (ExecutionStart Start, FinishedExecution Execution, TimeSpan Took) Find(string arn) => ended.TryGetValue(arn, out var found)
        ? found
        : throw new RefusedException(Refusal.ExecutionDoesNotExist, $"Execution Does Not Exist: '{arn}'");
}
