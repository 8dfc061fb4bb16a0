using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Delivers the events of all subscriptions, each by itself.</summary>
public sealed class StatusDeliveries : BackgroundService
{
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);
    private const int Portion = 500;

    // Another instance that is newer may know subscriptions that this one does not.
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(1);

    private readonly IStatusOutbox outbox;
    private readonly StatusSubscriptions subscriptions;
    private readonly StatusEventOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<StatusDeliveries> logger;
    private readonly StatusDelivery[] deliveries;

    /// <summary>Deliveries from an outbox.</summary>
    public StatusDeliveries(
        IStatusOutbox outbox,
        StatusSubscriptions subscriptions,
        StatusReceivers receivers,
        LateExecutions executions,
        DeliveryTally tally,
        StatusEventOptions options,
        TimeProvider time,
        ILogger<StatusDeliveries> logger)
    {
        ArgumentNullException.ThrowIfNull(subscriptions);
        ArgumentNullException.ThrowIfNull(receivers);
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.options = options;
        this.time = time;
        this.logger = logger;
        deliveries =
        [
            .. subscriptions.All.Select(one => new StatusDelivery(
                one, outbox, new StatusCourier(one, receivers.Of(one.Target), executions, options, time, logger), tally, options, time, logger)),
        ];
        subscriptions.Noted += (_, noted) => Ring(noted.ExecutionArn);
        StatusInstruments.Touch();
    }

    /// <summary>How deliveries to a subscription have gone, as far as this process knows.</summary>
    public DeliveryHealth HealthOf(string subscription) => Array.Find(deliveries, one => one.Subscription.Name == subscription)?.Health ?? new DeliveryHealth();

    /// <summary>Looks after what another process may have left behind: once through all.</summary>
    public void RingAll()
    {
        foreach (var delivery in deliveries)
        {
            delivery.RingAll();
        }
    }

    /// <summary>Buries what waits for subscriptions that are not there any more, and forgets what has been dead for long.</summary>
    public async ValueTask TidyAsync(CancellationToken cancellationToken = default)
    {
        foreach (var gone in (await outbox.SubscriptionsAsync(cancellationToken)).Except(subscriptions.All.Select(one => one.Name)))
        {
            await BuryAsync(gone, cancellationToken);
        }

        while (await outbox.PurgeDeadAsync(time.GetUtcNow() - options.KeepDead, Portion, cancellationToken) == Portion)
        {
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll([.. deliveries.Select(delivery => delivery.RunAsync(stoppingToken)), TidyNowAndThenAsync(stoppingToken)]);
    }

    private void Ring(string executionArn)
    {
        foreach (var delivery in deliveries)
        {
            delivery.Ring(executionArn);
        }
    }

    private async Task TidyNowAndThenAsync(CancellationToken cancellationToken)
    {
        using var hourly = new PeriodicTimer(PurgeEvery, time);
        do
        {
#pragma warning disable CA1031 // Nothing depends on it; it is tried again.
            try
            {
                await TidyAsync(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(e, "The outbox of status-change events could not be tidied; tried again in {Pause}", PurgeEvery);
            }
#pragma warning restore CA1031
        }
        while (await hourly.WaitForNextTickAsync(cancellationToken));
    }

    private async ValueTask BuryAsync(string gone, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        while (await outbox.TakeAsync(gone, now - Doubt, now, Portion, cancellationToken: cancellationToken) is { Count: > 0 } entries)
        {
            await outbox.RecordAsync([.. entries.Select(entry => new DeliveryResult.Dead(entry, now, "there is no such subscription any more"))], cancellationToken);
            logger.LogError("{Count} status-change events are given up: there is no subscription {Subscription} any more", entries.Count, gone);
        }
    }
}
