using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>Takes down what an orchestration has to say, and tells those who want to know.</summary>
/// <remarks>An activity may run more than once, so observers may be told more than once; they are never told before it is durable.</remarks>
public sealed class Recording(IExecutionRecords records, Observers observers, EndedHistories histories, ParentNotices parents, ILogger<Recording> logger)
{
    /// <summary>Takes it down.</summary>
    /// <returns>Whether the orchestration runs the execution. The one that has brought its end always does.</returns>
    public async Task<bool> RecordAsync(RecordInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var runs = await records.AppendAsync(input.Batch, cancellationToken);
        if (input.Batch.End is { } end)
        {
            await TellEndAsync(input, end, cancellationToken);
            return true;
        }

        if (runs && input.Progress.Count > 0 && !observers.IsEmpty && observers.Of(input.Start) is { WantsProgress: true } observed)
        {
            observed.Tell(Observation(input) with { Progress = input.Progress });
        }

        return runs;
    }

    private static ExecutionObservation Observation(RecordInput input) => new()
    {
        Start = input.Start,
        Type = StateMachineType.Standard,
        StartedAt = input.StartedAt,
        At = input.Batch.Facts.Count == 0 ? input.StartedAt : input.Batch.Facts[^1].At,
        Status = ExecutionStatus.Running,
        RedriveCount = input.Batch.RedriveCount,
    };

    private async Task TellEndAsync(RecordInput input, ExecutionEnd end, CancellationToken cancellationToken)
    {
        await parents.SendEndOfAsync(input.Start, cancellationToken);
        if (!observers.IsEmpty)
        {
            await TellAsync(input, end, observers.Of(input.Start), cancellationToken);
        }
    }

    private async Task TellAsync(RecordInput input, ExecutionEnd end, ObservedExecution observed, CancellationToken cancellationToken)
    {
        var observation = Observation(input) with
        {
            At = end.StopDate,
            Status = end.Status,
            Output = end.Output,
            Failure = end.Failure,
            Progress = observed.WantsProgress ? input.Progress : [],
        };
        observed.Tell(observed.WantsHistory ? await WithHistoryAsync(observation, cancellationToken) : observation);
    }

    /// <summary>An execution has ended whether or not anybody can derive its history: what is lost is a log or a trace.</summary>
    private async Task<ExecutionObservation> WithHistoryAsync(ExecutionObservation observation, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Logged; the orchestration must not be kept from ending.
        try
        {
            return await histories.ReadAsync(observation.Start.ExecutionArn, cancellationToken) is { } history
                ? observation with { Start = history.Execution.Start, Events = history.Events }
                : observation;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The history of {Execution} could not be derived; those who log or trace it go without", observation.Start.ExecutionArn);
            return observation;
        }
#pragma warning restore CA1031
    }
}
