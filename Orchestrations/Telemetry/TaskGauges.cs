using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>How many tasks there are of each kind and status, and how long they have stood so.</summary>
/// <remarks>
/// Counting asks the store, and instruments are read where nothing can be waited for; so they show the last count. Whoever reads them calls
/// <see cref="RefreshAsync"/> before, and a timer does while nobody does.
/// </remarks>
public sealed class TaskGauges : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Meter meter = new(MeterNames.Tasks);
    private readonly Func<ITaskStore?> store;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly ITimer timer;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ObservableGauge<long> number;
    private volatile TaskCounts? last;

    /// <summary>Makes the instruments.</summary>
    /// <param name="store">Where tasks are kept; asked only when somebody reads.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Learns of counts that failed.</param>
    public TaskGauges(Func<ITaskStore?> store, TimeProvider time, ILogger<TaskGauges> logger)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.store = store;
        this.time = time;
        this.logger = logger;
        number = meter.CreateObservableGauge("taskorch.tasks", Numbers, "{task}", "Tasks, by kind and status.");
        meter.CreateObservableGauge("taskorch.tasks.age", Ages, "s", "How long the task that has not changed for longest has not changed, by kind and status.");
        meter.CreateObservableGauge("taskorch.tasks.oldest_waiting", OldestWaiting, "s", "How long the task that waits longest for a decision has waited; 0 when none does.");
        timer = time.CreateTimer(_ => _ = RefreshIfReadAsync(), null, Interval, Interval);
    }

    /// <summary>Counts again, unless that was done a moment ago.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (store() is { } tasks && (last is null || time.GetUtcNow() - last.At > Fresh))
            {
                last = new TaskCounts(time.GetUtcNow(), await tasks.CountAsync(owner: null, cancellationToken));
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>How long the task that waits longest for a decision has waited, as of the last count.</summary>
    public TimeSpan LongestWait() => (last?.Counts.Where(count => count.Status == TrackedStatus.Waiting).Select(Age) ?? []).DefaultIfEmpty().Max();

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        meter.Dispose();
        turn.Dispose();
    }

    private async Task RefreshIfReadAsync()
    {
        if (!number.Enabled)
        {
            return;
        }

        try
        {
            await RefreshAsync();
        }
        catch (TransientFailureException e)
        {
            logger.LogWarning(e, "Tasks could not be counted; what is shown is older than it should be");
        }
    }

    private IEnumerable<Measurement<long>> Numbers() => (last?.Counts ?? []).Select(count => new Measurement<long>(count.Count, Dimensions(count)));

    private IEnumerable<Measurement<double>> Ages() => (last?.Counts ?? []).Select(count => new Measurement<double>(Age(count).TotalSeconds, Dimensions(count)));

    private double OldestWaiting() => LongestWait().TotalSeconds;

    private TimeSpan Age(TaskCount count) => time.GetUtcNow() - count.Oldest is var age && age > TimeSpan.Zero ? age : TimeSpan.Zero;

    private static KeyValuePair<string, object?>[] Dimensions(TaskCount count) =>
        [new("taskorch.task.kind", count.Kind.ToString()), new("taskorch.task.status", count.Status.ToString())];
}
