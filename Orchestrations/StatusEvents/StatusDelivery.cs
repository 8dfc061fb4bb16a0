using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Delivers the events of one subscription: of each execution in their order, of different ones several at once. It never gets in the way of another's.</summary>
/// <remarks>It looks when something was noted, when something postponed is due, and from time to time anywhere, for what another process left behind.</remarks>
internal sealed class StatusDelivery(StatusSubscription subscription, IStatusOutbox outbox, StatusCourier courier, DeliveryTally tally, StatusEventOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>For how long entries are out of others' sight: longer than any attempt takes.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly DeliveryHints hints = new();
    private readonly PriorityQueue<string, DateTimeOffset> postponed = new();
    private DateTimeOffset restUntil;
    private DateTimeOffset nextLook;
    private volatile DeliveryHealth health = new();

    /// <summary>The subscription.</summary>
    public StatusSubscription Subscription => subscription;

    /// <summary>How deliveries have gone.</summary>
    public DeliveryHealth Health => health;

    /// <summary>Something was noted about an execution.</summary>
    public void Ring(string executionArn)
    {
        hints.Add(executionArn);
        bell.Writer.TryWrite(true);
    }

    /// <summary>Something may be due anywhere.</summary>
    public void RingAll()
    {
        hints.AddAll();
        bell.Writer.TryWrite(true);
    }

    /// <summary>Delivers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var alarm = time.CreateTimer(_ => bell.Writer.TryWrite(true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        while (!cancellationToken.IsCancellationRequested)
        {
#pragma warning disable CA1031 // The records cannot be reached just now. Logged, and tried again.
            try
            {
                await DeliverDueAsync(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(e, "What is to be delivered to {Subscription} cannot be read or written; tried again in {Pause}", subscription.Name, LongestSleep);
                hints.AddAll();
                restUntil = time.GetUtcNow() + LongestSleep;
            }
#pragma warning restore CA1031

            SetAlarm(alarm);
            await bell.Reader.ReadAsync(cancellationToken);
        }
    }

    /// <summary>Delivers what is due now, unless the receiver is left alone for a while.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        CollectPostponed();
        if (time.GetUtcNow() < restUntil)
        {
            return;
        }

        var where = hints.Take();
        while (where is not { Count: 0 } && await DeliverRoundAsync(where, cancellationToken) is { } next)
        {
            if (restUntil > time.GetUtcNow())
            {
                // Where it has not looked any more, it looks afterwards.
                hints.AddAll();
                return;
            }

            where = next.Count == 0 ? where : next;
        }

        if (where is null)
        {
            nextLook = time.GetUtcNow() + LongestSleep;
        }
    }

    private void CollectPostponed()
    {
        var now = time.GetUtcNow();
        while (postponed.TryPeek(out var execution, out var due) && due <= now)
        {
            postponed.Dequeue();
            hints.Add(execution);
        }

        if (nextLook <= now)
        {
            hints.AddAll();
        }
    }

    /// <summary>Delivers a handful.</summary>
    /// <returns>Null if there was nothing; where to look next if that is less than before; empty to look again as before.</returns>
    private async Task<IReadOnlyCollection<string>?> DeliverRoundAsync(IReadOnlyCollection<string>? where, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limit = health.IsInTrouble ? 1 : options.Concurrency;
        var entries = await outbox.TakeAsync(subscription.Name, now, now + Claim, limit, where, cancellationToken);
        if (entries.Count == 0)
        {
            return null;
        }

        var attempts = await Task.WhenAll(entries.Select(entry => courier.DeliverAsync(entry, cancellationToken)));
        await outbox.RecordAsync([.. attempts.Select(attempt => attempt.Result)], cancellationToken);
        foreach (var attempt in attempts)
        {
            TakeIn(attempt);
        }

        return where is not null && entries.Count < limit ? [.. entries.Select(entry => entry.Change.ExecutionArn)] : [];
    }

    private void TakeIn(Attempt attempt)
    {
        var now = time.GetUtcNow();
        var change = attempt.Result.Entry.Change;
        StatusInstruments.Attempted(subscription.Name, attempt);
        tally.Add(subscription.Name, attempt);
        health = attempt.Reception switch
        {
            Reception.Taken => health.Succeeded(now),
            Reception.NotNow notNow => health.Failed(now, notNow.Reason),
            Reception.Never never => health.Refused(now, never.Reason),
            _ => health,
        };
        switch (attempt.Result)
        {
            case DeliveryResult.Postponed later:
                postponed.Enqueue(change.ExecutionArn, later.Until);
                break;
            case DeliveryResult.Dead dead:
                logger.LogError("The event {Event} of {Execution} for {Subscription} is given up: {Reason}", change.EventId, change.ExecutionArn, subscription.Name, dead.Reason);
                break;
        }

        restUntil = now + health.Pause;
    }

    private void SetAlarm(ITimer alarm)
    {
        var now = time.GetUtcNow();
        var due = restUntil > now ? restUntil : postponed.TryPeek(out _, out var first) && first < nextLook ? first : nextLook;
        alarm.Change(due <= now ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling((due - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
