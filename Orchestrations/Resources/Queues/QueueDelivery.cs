using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Brings the messages of one queue to one consumer.</summary>
internal sealed class QueueDelivery(QueueConsumer consumer, QueueRecord queue, IMessageStore store, TimeProvider time, ILogger logger)
{
    private const int AtOnce = 10;
    private const int MostLeftOver = 10_000;

    /// <summary>How long a message is out of others' sight while it is dealt with.</summary>
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The queue.</summary>
    public string Queue => queue.Name;

    /// <summary>There is something in the queue.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Delivers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var alarm = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var hasLeftOver = true;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (hasLeftOver)
                {
                    await TakeBackAsync(cancellationToken);
                    hasLeftOver = false;
                }

                await DeliverAllAsync(cancellationToken);
                SetAlarm(alarm, await store.NextVisibleAsync(queue.Name, cancellationToken));
            }
#pragma warning disable CA1031 // The store cannot be reached just now. Logged, and tried again.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "The queue {Queue} cannot be read; tried again in {Pause}", queue.Name, LongestPause);
                SetAlarm(alarm, time.GetUtcNow() + LongestPause);
            }
#pragma warning restore CA1031

            await bell.Reader.ReadAsync(cancellationToken);
        }
    }

    /// <summary>What a process before this one had in hand when it ended comes at once, not when its time is up.</summary>
    private async ValueTask TakeBackAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var message in await store.ListAsync(queue.Name, MostLeftOver, cancellationToken))
        {
            if (message.ReceiveCount > 0 && message.VisibleAt > now)
            {
                await store.ReleaseAsync(queue.Name, message.MessageId, TimeSpan.Zero, cancellationToken);
            }
        }
    }

    private async ValueTask DeliverAllAsync(CancellationToken cancellationToken)
    {
        // In a FIFO queue the next message of a group may come only after this one.
        while (await store.ReceiveAsync(queue.Name, queue.IsFifo ? 1 : AtOnce, Visibility, cancellationToken) is { Count: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(message => DeliverAsync(message, cancellationToken)));
        }
    }

    private async Task DeliverAsync(QueuedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await consumer.HandleAsync(message, cancellationToken);
            await store.DeleteAsync(queue.Name, message.MessageId, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever a consumer throws: the message stays, and comes again.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(message.ReceiveCount, 16)) / 2));
            logger.LogWarning(e, "The consumer of {Queue} failed with message {MessageId}, time {Count}; it comes again in {Pause}", queue.Name, message.MessageId, message.ReceiveCount, pause);
            await store.ReleaseAsync(queue.Name, message.MessageId, pause, cancellationToken);
        }
#pragma warning restore CA1031
    }

    private void SetAlarm(ITimer alarm, DateTimeOffset? due)
    {
        var sleep = due is { } moment ? moment - time.GetUtcNow() : Timeout.InfiniteTimeSpan;
        alarm.Change(
            due is null ? sleep : sleep <= TimeSpan.Zero ? TimeSpan.Zero : sleep > LongestSleep ? LongestSleep : TimeSpan.FromMilliseconds(Math.Ceiling(sleep.TotalMilliseconds)),
            Timeout.InfiniteTimeSpan);
    }
}
