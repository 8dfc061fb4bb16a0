using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Hands to Durable Functions what is on record: executions to run, answers to tasks.</summary>
/// <remarks>
/// What is on record counts; if handing it over fails, nobody need be told, for the sweep does it again. An execution may then be started twice. That harms nobody:
/// while one orchestration runs, its id is taken, and one that begins after the end is told by the records that it does not run the execution.
/// </remarks>
internal sealed class ExecutionHandover(
    IExecutionRecords records,
    IStateMachineStore store,
    RecordedFacts facts,
    ExecutionInputs inputs,
    DurableClients clients,
    Observers observers,
    DurableOptions options,
    TimeProvider time,
    ILogger<ExecutionHandover> logger)
{
    /// <summary>Hands over an execution that has just been taken down; leaves it to the sweep if that does not work.</summary>
    public ValueTask TryStartAsync(ExecutionRecord record, string definition, CancellationToken cancellationToken) =>
        TryAsync(() => BeginAsync(record, ExecutionInput.Of(definition, record.FirstFact), cancellationToken), record);

    /// <summary>The same for one that was redriven.</summary>
    /// <param name="record">The execution.</param>
    /// <param name="state">Its state, with the redrive.</param>
    /// <param name="count">How many facts that is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask TryRedriveAsync(ExecutionRecord record, Execution state, int count, CancellationToken cancellationToken) =>
        TryAsync(() => RedriveAsync(record, state, count, cancellationToken), record);

    /// <summary>The same for an answer that has just been taken down, or a sign of life, which is not.</summary>
    public ValueTask TryTellAsync(ExecutionRecord record, Fact fact, CancellationToken cancellationToken) =>
        TryAsync(() => clients.Current.RaiseEventAsync(record.InstanceId, Signal.EventName, Signal.Of(fact).Text, cancellationToken), record);

    /// <summary>Makes up for what was not handed over of one execution, or of all (null).</summary>
    /// <returns>How much there was.</returns>
    public async ValueTask<int> RepairAsync(string? executionArn, CancellationToken cancellationToken)
    {
        var unfinished = await records.RepairAsync(time.GetUtcNow() - options.HandoverPatience, executionArn, cancellationToken);
        foreach (var one in unfinished)
        {
            await TryAsync(() => one.Answer is { } answer ? AnswerAgainAsync(one.Record, answer, cancellationToken) : StartAgainAsync(one.Record, cancellationToken), one.Record);
        }

        return unfinished.Count;
    }

    private async Task StartAgainAsync(ExecutionRecord record, CancellationToken cancellationToken)
    {
        if (await clients.Current.GetInstanceAsync(record.InstanceId, cancellationToken) is not null)
        {
            await records.BegunAsync(record, cancellationToken);
            return;
        }

        if (record.RedriveCount > 0)
        {
            var (state, count) = await facts.ReadUpToRedriveAsync(record, cancellationToken);
            await RedriveAsync(record, state, count, cancellationToken);
            return;
        }

        var machine = await store.FindRevisionAsync(record.Revision, cancellationToken)
            ?? throw new InvalidOperationException($"expected revision {record.Revision} of the machine of {record.Start.ExecutionArn}, found none");
        await BeginAsync(record, ExecutionInput.Of(machine.Definition, record.FirstFact), cancellationToken);
    }

    /// <summary>The orchestrator may have taken the answer in long ago and had nothing to say since that would close the token.</summary>
    private async Task AnswerAgainAsync(ExecutionRecord record, Fact answer, CancellationToken cancellationToken)
    {
        var task = TaskFacts.TaskOf(answer);
        var (state, _) = await facts.ReadAsync(record, cancellationToken);
        if (state.PendingTask(task) is null)
        {
            await records.AppendAsync(Closing(record, task), cancellationToken);
            return;
        }

        await clients.Current.RaiseEventAsync(record.InstanceId, Signal.EventName, Signal.Of(answer).Text, cancellationToken);
    }

    private static FactBatch Closing(ExecutionRecord record, long task) => new()
    {
        ExecutionArn = record.Start.ExecutionArn,
        RedriveCount = record.RedriveCount,
        From = 0,
        Before = FactChain.Beginning,
        Facts = [],
        Closed = [task],
    };

    private async Task RedriveAsync(ExecutionRecord record, Execution state, int count, CancellationToken cancellationToken)
    {
        var machine = await store.FindRevisionAsync(record.Revision, cancellationToken)
            ?? throw new InvalidOperationException($"expected revision {record.Revision} of the machine of {record.Start.ExecutionArn}, found none");
        await BeginAsync(record, ExecutionInput.Redriven(machine.Definition, state, count, record.Chain), cancellationToken);
    }

    private async Task BeginAsync(ExecutionRecord record, ExecutionInput input, CancellationToken cancellationToken)
    {
        Tell(record);
        var text = await inputs.WriteAsync(record.InstanceId, input with { MapName = record.Child?.StateName }, cancellationToken);
        try
        {
            await clients.Current.ScheduleNewOrchestrationInstanceAsync(OrchestratorNames.Execution, text, new StartOrchestrationOptions(record.InstanceId), cancellationToken);
        }
#pragma warning disable CA1031 // Somebody else may have been first. What that throws depends on the backend, so the instance is asked for instead.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (await clients.Current.GetInstanceAsync(record.InstanceId, cancellationToken) is null)
            {
                throw;
            }
        }
#pragma warning restore CA1031
    }

    /// <summary>Before it is started: nobody hears of what became of an execution before hearing of the execution.</summary>
    private void Tell(ExecutionRecord record)
    {
        if (!observers.IsEmpty)
        {
            observers.Of(record.Start).Tell(new ExecutionObservation
            {
                Start = record.Start,
                Type = StateMachineType.Standard,
                StartedAt = record.StartDate,
                At = record.RedriveDate ?? record.StartDate,
                Status = ExecutionStatus.Running,
                IsStart = record.RedriveCount == 0,
                IsRedrive = record.RedriveCount > 0,
                RedriveCount = record.RedriveCount,
            });
        }
    }

    private async ValueTask TryAsync(Func<Task> handOver, ExecutionRecord record)
    {
        try
        {
            await handOver();
        }
#pragma warning disable CA1031 // It is on record and looked for again; whoever asked has their answer.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "Something about {Arn} could not be handed to Durable Functions; the sweep makes up for it", record.Start.ExecutionArn);
        }
#pragma warning restore CA1031
    }
}
