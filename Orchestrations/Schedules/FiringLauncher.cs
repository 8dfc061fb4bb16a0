using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Brings the firings of a schedule from due to done. Its caller has the schedules' turn.</summary>
/// <remarks>
/// Whether a firing takes place is written down before its execution is started, and that it was started afterwards. Who is killed in between starts it
/// again under the same name, whatever else runs by then.
/// </remarks>
public sealed class FiringLauncher(IScheduleStore store, IFiringTarget target, TimeProvider time, ScheduleBell bell, ILogger<FiringLauncher> logger)
{
    private readonly ConcurrentDictionary<string, Task> watched = [];
    private long starts;

    /// <summary>Whether a firing waits for an execution to end.</summary>
    internal bool IsWaiting => !watched.IsEmpty;

    /// <summary>How many firings it has started.</summary>
    internal long Starts => Interlocked.Read(ref starts);

    /// <summary>Starts what can be started now.</summary>
    public async ValueTask LaunchAsync(Schedule schedule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var open = await store.OpenFiringsAsync(schedule.Name, cancellationToken);
        foreach (var firing in open.Where(firing => firing.Status == FiringStatus.Starting))
        {
            await StartAsync(firing, cancellationToken);
        }

        if (!schedule.IsEnabled)
        {
            return;
        }

        var queued = open.Count(firing => firing.Status == FiringStatus.Queued);
        foreach (var firing in open.Where(firing => firing.Status == FiringStatus.Queued).Concat(open.Where(firing => firing.Status == FiringStatus.Due)))
        {
            var running = schedule.Overlap == OverlapPolicy.Allow ? null : await RunningAsync(schedule.Name, cancellationToken);
            if (running is null)
            {
                queued -= firing.Status == FiringStatus.Queued ? 1 : 0;
                await StartAsync(firing, cancellationToken);
            }
            else if (schedule.Overlap == OverlapPolicy.Skip)
            {
                await SkipAsync(firing, $"The execution of {running.Id} still ran.", cancellationToken);
            }
            else if (firing.Status == FiringStatus.Due && queued >= schedule.QueueLimit)
            {
                await SkipAsync(firing, $"The execution of {running.Id} still ran, and {queued} firings waited already.", cancellationToken);
            }
            else
            {
                await QueueAsync(firing, running, cancellationToken);
                queued += firing.Status == FiringStatus.Due ? 1 : 0;
            }
        }
    }

    /// <summary>Starts a firing, whatever else runs.</summary>
    /// <returns>The firing as it stands then.</returns>
    public async ValueTask<Firing> StartAsync(Firing firing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firing);
        if (firing.Status != FiringStatus.Starting)
        {
            await store.PutFiringAsync(firing with { Status = FiringStatus.Starting }, cancellationToken);
        }

        var done = await LaunchAsync(firing, cancellationToken);
        Interlocked.Increment(ref starts);
        await store.PutFiringAsync(done, cancellationToken);
        return done;
    }

    private async ValueTask<Firing> LaunchAsync(Firing firing, CancellationToken cancellationToken)
    {
        try
        {
            var launched = await target.LaunchAsync(firing, cancellationToken);
            return firing with { Status = FiringStatus.Fired, FiredAt = time.GetUtcNow(), ExecutionArn = launched.ExecutionArn, TaskId = launched.TaskId };
        }
        catch (FiringRefusedException e)
        {
            logger.LogError("Schedule {Schedule}: {Firing} cannot be started: {Reason}", firing.Schedule, firing.Id, e.Message);
            return firing with { Status = FiringStatus.Failed, Reason = e.Message };
        }
    }

    /// <summary>The firing whose execution was started last, if that still runs.</summary>
    private async ValueTask<Firing?> RunningAsync(string schedule, CancellationToken cancellationToken) =>
        await store.LastFiredAsync(schedule, cancellationToken) is { ExecutionArn: { } arn } last && await target.IsRunningAsync(arn, cancellationToken) ? last : null;

    private ValueTask SkipAsync(Firing firing, string reason, CancellationToken cancellationToken) =>
        store.PutFiringAsync(firing with { Status = FiringStatus.Skipped, Reason = reason }, cancellationToken);

    private async ValueTask QueueAsync(Firing firing, Firing running, CancellationToken cancellationToken)
    {
        if (firing.Status != FiringStatus.Queued)
        {
            await store.PutFiringAsync(firing with { Status = FiringStatus.Queued }, cancellationToken);
        }

        // A watch that is over is of no use to whoever has found the execution running since.
        _ = watched.AddOrUpdate(running.ExecutionArn!, Watch, (arn, watch) => watch.IsCompleted ? Watch(arn) : watch);
    }

    private Task Watch(string executionArn) => Task.Run(() => WatchAsync(executionArn), CancellationToken.None);

    private async Task WatchAsync(string executionArn)
    {
        try
        {
            await target.WaitForEndAsync(executionArn);
        }
#pragma warning disable CA1031 // Logged; that the execution cannot be watched is a reason to look again, a little later.
        catch (Exception e)
        {
            logger.LogWarning(e, "The end of {Execution} cannot be waited for", executionArn);
            await Task.Delay(ScheduleRunner.RetryAfter, time);
        }
#pragma warning restore CA1031

        watched.TryRemove(executionArn, out _);
        bell.Ring();
    }
}
