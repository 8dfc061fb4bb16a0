using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

/// <summary>What an engine would have told of an execution that ran in a simulation.</summary>
internal static class Observations
{
    /// <summary>One observation for every moment at which something happened.</summary>
    public static IEnumerable<ExecutionObservation> Of(Simulation run, string account, StateMachineType type = StateMachineType.Standard) =>
        run.History.GroupBy(happened => happened.Timestamp).Select(events => Of(run, account, [.. events], type));

    /// <summary>One observation of these events.</summary>
    public static ExecutionObservation Of(Simulation run, string account, IReadOnlyList<HistoryEvent> events, StateMachineType type = StateMachineType.Standard)
    {
        var isEnd = events[^1] == run.History[^1] && run.Execution.Status != ExecutionStatus.Running;
        return new ExecutionObservation
        {
            Start = In(account, run.Execution.Start),
            Type = type,
            StartedAt = run.History[0].Timestamp,
            At = events[^1].Timestamp,
            Status = isEnd ? run.Execution.Status : ExecutionStatus.Running,
            IsStart = events[0].Id == 1,
            Output = isEnd ? run.Execution.Output : null,
            Failure = isEnd ? run.Execution.Failure : null,
            Events = events,
            Progress = [.. run.Progress.Where(progress => progress.At == events[0].Timestamp)],
        };
    }

    public static ExecutionStart In(string account, ExecutionStart start) => start with
    {
        ExecutionArn = start.ExecutionArn.Replace("123456789012", account, StringComparison.Ordinal),
        StateMachineArn = start.StateMachineArn.Replace("123456789012", account, StringComparison.Ordinal),
    };
}
