using System.Diagnostics;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>What the rules look at: counted over their windows, or asked of those who know.</summary>
internal sealed class AlertMeasures
{
    private readonly TaskGauges tasks;
    private readonly ThrottledCalls throttled;
    private readonly DeliveryTally deliveries;
    private readonly WindowedCount failures;
    private readonly WindowedCount refusals;
    private readonly WindowedCount givenUp;
    private long throttledBefore;
    private long givenUpBefore;

    /// <summary>Nothing was counted yet.</summary>
    /// <param name="longest">The longest window of a rule.</param>
    /// <param name="tasks">Knows how long tasks wait.</param>
    /// <param name="throttled">Knows how many calls were turned down.</param>
    /// <param name="deliveries">Knows how deliveries of status-change events get on.</param>
    public AlertMeasures(TimeSpan longest, TaskGauges tasks, ThrottledCalls throttled, DeliveryTally deliveries)
    {
        this.tasks = tasks;
        this.throttled = throttled;
        this.deliveries = deliveries;
        failures = new WindowedCount(longest);
        refusals = new WindowedCount(longest);
        givenUp = new WindowedCount(longest);
    }

    /// <summary>How many executions have failed, as it is kept.</summary>
    public IReadOnlyDictionary<long, long> FailedExecutions => failures.Kept();

    /// <summary>How many calls were turned down, as it is kept.</summary>
    public IReadOnlyDictionary<long, long> ThrottledCalls => refusals.Kept();

    /// <summary>How much was counted of what survives a restart.</summary>
    public long Counted => failures.Added + refusals.Added;

    /// <summary>Counts an execution that has failed.</summary>
    public void CountFailure(DateTimeOffset at) => failures.Add(at);

    /// <summary>Counts what others have counted since the last time.</summary>
    public void CatchUp(DateTimeOffset now)
    {
        throttledBefore = Count(refusals, throttledBefore, throttled.Total, now);
        givenUpBefore = Count(givenUp, givenUpBefore, deliveries.Dead, now);
    }

    /// <summary>What a rule's signal comes to.</summary>
    public async ValueTask<double> MeasureAsync(AlertRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (rule.Signal)
        {
            case AlertSignal.FailedExecutions:
                return failures.Within(rule.Window, now);
            case AlertSignal.ThrottledCalls:
                return refusals.Within(rule.Window, now);
            case AlertSignal.OldestWaitingTask:
                await tasks.RefreshAsync(cancellationToken);
                return tasks.LongestWait().TotalSeconds;
            case AlertSignal.GivenUpEvents:
                return givenUp.Within(rule.Window, now);
            case AlertSignal.FailingReceiver:
                return deliveries.LongestFailure().TotalSeconds;
            default:
                throw new UnreachableException($"no way to measure {rule.Signal}");
        }
    }

    /// <summary>Goes on from what was kept.</summary>
    public void Recall(AlertRecollection known)
    {
        AddAll(failures, known.FailedExecutions);
        AddAll(refusals, known.ThrottledCalls);
    }

    private static long Count(WindowedCount count, long before, long total, DateTimeOffset now)
    {
        if (total > before)
        {
            count.Add(now, total - before);
        }

        return total;
    }

    private static void AddAll(WindowedCount count, IReadOnlyDictionary<long, long> kept)
    {
        foreach (var (second, number) in kept)
        {
            count.Add(DateTimeOffset.FromUnixTimeSeconds(second), number);
        }
    }
}
