using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Looks at all schedules: decides what is due, and starts what can be started. Whatever calls it, and however often, each due time has one firing.</summary>
public sealed class ScheduleRunner(IScheduleStore store, FiringLauncher launcher, ScheduleBell bell, ScheduleOptions options, ILogger<ScheduleRunner> logger)
{
    /// <summary>After trouble with a schedule (a full disk, an engine that stops), it is looked at again so much later.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Looks at all schedules as of a moment.</summary>
    /// <returns>When to look again, or null if nothing will be due.</returns>
    public async ValueTask<DateTimeOffset?> RunAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        await bell.Turn.WaitAsync(cancellationToken);
        try
        {
            DateTimeOffset? next = null;
            foreach (var record in await store.ListAsync(cancellationToken))
            {
                var wake = await RunAsync(record, now, cancellationToken);
                next = next is null || wake < next ? wake ?? next : next;
            }

            return next;
        }
        finally
        {
            bell.Turn.Release();
        }
    }

    /// <summary>Decides what becomes of a schedule's due times up to a moment. The caller has the schedules' turn.</summary>
    /// <returns>The moment up to which they are decided.</returns>
    internal async ValueTask<DateTimeOffset> DecideAsync(ScheduleRecord record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var firings = DuePlan.Of(record.Schedule, record.DecidedUntil, now, cancellationToken);
        if (firings.Count == 0)
        {
            return record.DecidedUntil;
        }

        var until = firings[^1].Until ?? firings[^1].Due;
        await store.DecideAsync(record.Schedule.Name, until, firings, options.KeptFirings, cancellationToken);
        return until;
    }

    private async ValueTask<DateTimeOffset?> RunAsync(ScheduleRecord record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var decidedUntil = await DecideAsync(record, now, cancellationToken);
            await launcher.LaunchAsync(record.Schedule, cancellationToken);
            return record.Schedule.IsEnabled ? new DueTimes(record.Schedule).After(decidedUntil) : null;
        }
#pragma warning disable CA1031 // One schedule's trouble is not the others'. It is logged, what is written down stays, and it is tried again.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Schedule {Schedule} is looked at again in {RetryAfter}", record.Schedule.Name, RetryAfter);
            return now + RetryAfter;
        }
#pragma warning restore CA1031
    }
}
