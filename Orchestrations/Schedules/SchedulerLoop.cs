using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Runs the schedules: sleeps until the next due time, or until something changes.</summary>
public sealed class SchedulerLoop(
    ScheduleRunner runner, FiringLauncher launcher, ScheduleService schedules, ScheduleBell bell, ScheduleOptions options, TimeProvider time, ILogger<SchedulerLoop> logger)
    : BackgroundService, IClockFollower
{
    private readonly Channel<TaskCompletionSource<bool>?> calls = Channel.CreateUnbounded<TaskCompletionSource<bool>?>();
    private int rung = 1;
    private DateTimeOffset? next;

    /// <inheritdoc/>
    public async ValueTask<bool> CatchUpAsync(CancellationToken cancellationToken = default)
    {
        var caughtUp = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return calls.Writer.TryWrite(caughtUp) && await caughtUp.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        bell.Rang += OnRing;
        await using var alarm = time.CreateTimer(_ => calls.Writer.TryWrite(null), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            await SeedAsync(stoppingToken);
            calls.Writer.TryWrite(null);
            while (await calls.Reader.WaitToReadAsync(stoppingToken))
            {
                await AnswerAsync(alarm, stoppingToken);
            }
        }
        finally
        {
            bell.Rang -= OnRing;
            calls.Writer.TryComplete();
            while (calls.Reader.TryRead(out var waiting))
            {
                waiting?.TrySetResult(false);
            }
        }
    }

    private void OnRing(object? sender, EventArgs e)
    {
        Interlocked.Exchange(ref rung, 1);
        calls.Writer.TryWrite(null);
    }

    /// <summary>Without the settings' schedules the others run all the same.</summary>
    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await schedules.SeedAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Logged; the schedules that are known run.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The schedules of the settings could not be taken over");
        }
#pragma warning restore CA1031
    }

    private async Task AnswerAsync(ITimer alarm, CancellationToken cancellationToken)
    {
        var waiting = new List<TaskCompletionSource<bool>>();
        while (calls.Reader.TryRead(out var call))
        {
            if (call is not null)
            {
                waiting.Add(call);
            }
        }

        var hasWorked = false;
        try
        {
            hasWorked = await RunIfDueAsync(cancellationToken) || (waiting.Count > 0 && await RunIfWaitedForAsync(cancellationToken));
            SetAlarm(alarm);
        }
        finally
        {
            waiting.ForEach(call => call.TrySetResult(hasWorked));
        }
    }

    private async Task<bool> RunIfDueAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref rung, 0) == 0 && !(next <= time.GetUtcNow()))
        {
            return false;
        }

        await RunAsync(cancellationToken);
        return true;
    }

    /// <summary>A clock that moves on must not be faster than the news that an execution has ended for which a firing waits.</summary>
    private async Task<bool> RunIfWaitedForAsync(CancellationToken cancellationToken)
    {
        if (!launcher.IsWaiting)
        {
            return false;
        }

        var before = launcher.Starts;
        await RunAsync(cancellationToken);
        return launcher.Starts != before;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            next = await runner.RunAsync(now, cancellationToken);
        }
#pragma warning disable CA1031 // The store cannot be read just now. Logged, and tried again.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The schedules cannot be read; tried again in {RetryAfter}", ScheduleRunner.RetryAfter);
            next = now + ScheduleRunner.RetryAfter;
        }
#pragma warning restore CA1031
    }

    private void SetAlarm(ITimer alarm)
    {
        if (next is not { } due)
        {
            return;
        }

        var sleep = due - time.GetUtcNow();
        // Rounded up to the platform's grain, so that it does not ring just before the moment.
        alarm.Change(
            sleep <= TimeSpan.Zero ? TimeSpan.Zero : sleep > options.LongestSleep ? options.LongestSleep : TimeSpan.FromMilliseconds(Math.Ceiling(sleep.TotalMilliseconds)),
            Timeout.InfiniteTimeSpan);
    }
}
