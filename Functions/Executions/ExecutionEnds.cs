using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Waits for the ends of executions, and brings them about.</summary>
internal sealed class ExecutionEnds(RecordedExecutions recorded, ExecutionHandover handover, DurableClients clients, DurableOptions options, TimeProvider time)
{
    private const double Growth = 1.5;

    /// <summary>Comes back when an execution has ended; looks less and less often.</summary>
    public async ValueTask WaitAsync(string executionArn, CancellationToken cancellationToken)
    {
        var pause = options.FirstLook;
        while ((await recorded.FindAsync(executionArn, cancellationToken)).Status == ExecutionStatus.Running)
        {
            pause = await PauseAsync(pause, cancellationToken);
        }
    }

    /// <summary>See <see cref="IExecutionService.StopAsync"/>.</summary>
    /// <remarks>The orchestration stops itself. It is told again as long as it has not: an event that comes before the orchestration does gets lost.</remarks>
    public async ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken)
    {
        var asked = Moment.Whole(time.GetUtcNow());
        var signal = Signal.Of(new Fact.Stopped(asked, new Failure(error, cause))).Text;
        var record = await recorded.FindAsync(executionArn, cancellationToken);
        var pause = options.FirstLook;
        for (var tell = true; record.Status == ExecutionStatus.Running && time.GetUtcNow() - asked < options.StopPatience; tell = pause >= options.LongestPause)
        {
            if (tell)
            {
                await TellAsync(record, signal, cancellationToken);
            }

            var redriveCount = record.RedriveCount;
            record = await recorded.FindAsync(executionArn, cancellationToken);
            if (record.Status != ExecutionStatus.Running || record.RedriveCount != redriveCount)
            {
                break;
            }

            pause = await PauseAsync(pause, cancellationToken);
            record = await recorded.FindAsync(executionArn, cancellationToken);
        }

        return record.StopDate ?? asked;
    }

    private async ValueTask TellAsync(ExecutionRecord record, string signal, CancellationToken cancellationToken)
    {
        try
        {
            await clients.Current.RaiseEventAsync(record.InstanceId, Signal.EventName, signal, cancellationToken);
        }
#pragma warning disable CA1031 // There may be no such orchestration: not yet, which can be made up for, or no more, which the record will say.
        catch (Exception e) when (e is not OperationCanceledException and not RefusedException)
        {
            await handover.RepairAsync(record.Start.ExecutionArn, cancellationToken);
        }
#pragma warning restore CA1031
    }

    private async ValueTask<TimeSpan> PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await Task.Delay(pause, time, cancellationToken);
        return pause * Growth < options.LongestPause ? pause * Growth : options.LongestPause;
    }
}
