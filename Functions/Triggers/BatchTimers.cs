using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Functions.Triggers;

/// <summary>Has the batches started on time.</summary>
/// <remarks>
/// The schedule of the same due times decides what a tick means: each due time has one firing, whose id follows from it and is the name of its execution. So a
/// tick that comes twice starts nothing twice, one that comes late starts what was missed, and one that never comes is made good by <see cref="UpkeepTimer"/>.
/// A tick that is not due at all was asked for by an operator: the batch is fired by hand.
/// </remarks>
public sealed class BatchTimers(ScheduleRunner runner, ScheduleService schedules, DurableClients clients, TimeProvider time, ILogger<BatchTimers> logger)
{
    /// <summary>What the function that starts SettlementBatch is called.</summary>
    public const string Settlement = "SettlementBatch";

    /// <summary>What the function that starts RetentionSweep is called.</summary>
    public const string Retention = "RetentionSweep";

    // A timer may ring a little before its time.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    /// <summary>The settlement of the day before.</summary>
    [Function(Settlement)]
    public Task SettleAsync(
        [TimerTrigger($"%{SettingNames.SettlementSchedule}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        RingAsync(BatchTimes.Settlement, timer, client, cancellationToken);

    /// <summary>The deletion of what has been kept for long enough.</summary>
    [Function(Retention)]
    public Task SweepAsync(
        [TimerTrigger($"%{SettingNames.RetentionSchedule}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        RingAsync(BatchTimes.Retention, timer, client, cancellationToken);

    private async Task RingAsync(string schedule, TimerInfo timer, DurableTaskClient client, CancellationToken cancellationToken)
    {
        clients.Use(client);
        var (now, due) = (time.GetUtcNow(), Ticks.DueTime(timer));
        if (due > now + Early)
        {
            await schedules.RunAsync(schedule, key: null, cancellationToken);
        }
        else if (timer.IsPastDue)
        {
            logger.LogWarning("The timer of {Schedule} rings late: it was due at {Due:O}", schedule, due);
        }

        await runner.RunAsync(now, cancellationToken);
    }
}
