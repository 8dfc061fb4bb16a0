using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>What one can do with executions, whatever driver runs them. Every method may throw a <see cref="RefusedException"/>.</summary>
/// <remarks>An answer means that what it says is durable. Only EXPRESS executions live in memory: they can be started and nothing else.</remarks>
public interface IExecutionService
{
    /// <summary>Starts an execution. The same name and input again, while it runs, give the same answer again; a name is taken until its execution is purged.</summary>
    ValueTask<StartedExecution> StartAsync(StartRequest request, CancellationToken cancellationToken = default);

    /// <summary>Runs an EXPRESS execution and answers when it has ended, however it ended.</summary>
    ValueTask<ExecutionDescription> StartSyncAsync(StartRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops an execution. One that has ended already stays as it is.</summary>
    /// <returns>When it ended.</returns>
    ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has a STANDARD execution that failed, timed out or was stopped go on from the states that did not succeed, with the input those had. It keeps its
    /// ARN and its history; task tokens given out before are no longer good.
    /// </summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="clientToken">
    /// Names the wish, or null. Within 15 minutes the same token again gives the same answer again, whatever has become of the execution since; the last
    /// ten tokens of an execution are remembered, durably.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it was redriven.</returns>
    /// <exception cref="RefusedException"><see cref="Refusal.ExecutionNotRedrivable"/>, with AWS's reason; of several at once one wins, the others find it running.</exception>
    ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null, CancellationToken cancellationToken = default);

    /// <summary>An execution as it stands.</summary>
    ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>The machine as it was when the execution began.</summary>
    ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>The executions of a machine, newest first.</summary>
    /// <param name="stateMachineArn">The machine.</param>
    /// <param name="status">Only those that stand so, or null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="isRedriven">Only those that have been redriven, only those that have not, or null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default);

    /// <summary>The events of an execution's history, oldest first or newest first.</summary>
    ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>A callback: the task has yielded a result.</summary>
    ValueTask SendTaskSuccessAsync(string taskToken, Json output, CancellationToken cancellationToken = default);

    /// <summary>A callback: the task has failed.</summary>
    ValueTask SendTaskFailureAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken = default);

    /// <summary>A callback: the task is alive.</summary>
    ValueTask SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default);

    /// <summary>Answers when the execution has ended; at once if it has.</summary>
    ValueTask<ExecutionDescription> WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default);
}
