using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources.Events;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Makes the event of an entry and takes it to its receiver, once.</summary>
internal sealed class StatusCourier(
    StatusSubscription subscription, IStatusReceiver receiver, LateExecutions executions, StatusEventOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Tries it.</summary>
    public async Task<Attempt> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
#pragma warning disable CA1031 // Whatever goes wrong with one event: it waits, and the others go on.
        try
        {
            return await MessageAsync(entry, cancellationToken) is { } message
                ? Judge(entry, await receiver.SendAsync(message, cancellationToken))
                : new Attempt(new DeliveryResult.Settled(entry));
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionDoesNotExist)
        {
            // A child that was stopped before it was begun may be pending: it has never been an execution.
            return new Attempt(entry.Change.Status == ReportedStatus.PendingRedrive
                ? new DeliveryResult.Settled(entry)
                : new DeliveryResult.Dead(entry, time.GetUtcNow(), "the execution is not kept any more"));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The event {Event} for {Subscription} could not be made or sent; it is tried again", entry.Change.EventId, subscription.Name);
            return Judge(entry, new Reception.NotNow(e.Message));
        }
#pragma warning restore CA1031
    }

    private async ValueTask<StatusMessage?> MessageAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var change = entry.Change;
        var service = await executions.GetAsync(cancellationToken);
        var made = StatusEvent.Of(change, await service.DescribeAsync(change.ExecutionArn, cancellationToken));
        return subscription.Pattern is null || EventPattern.Matches(subscription.Pattern, made)
            ? new StatusMessage(change.EventId, change.ExecutionArn, made.ToString())
            : null;
    }

    private Attempt Judge(OutboxEntry entry, Reception reception)
    {
        var now = time.GetUtcNow();
        return new Attempt(
            reception switch
            {
                Reception.Taken => new DeliveryResult.Settled(entry),
                Reception.Never never => new DeliveryResult.Dead(entry, now, never.Reason),
                Reception.NotNow notNow when now - entry.Since >= options.GiveUpAfter => new DeliveryResult.Dead(entry, now, notNow.Reason),
                Reception.NotNow notNow => new DeliveryResult.Postponed(entry, now + Backoff.After(entry.Attempts + 1), notNow.Reason),
                _ => throw new System.Diagnostics.UnreachableException($"no way to go on after {reception.GetType().Name}"),
            },
            reception);
    }
}
