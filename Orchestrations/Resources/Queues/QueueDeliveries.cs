using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Brings messages to the consumers that are registered, while the host runs.</summary>
public sealed class QueueDeliveries(
    IEnumerable<QueueConsumer> consumers, QueueDirectory queues, MessagePost post, IMessageStore store, TimeProvider time, ILogger<QueueDeliveries> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        QueueDelivery[] deliveries =
            [.. consumers.Select(consumer => new QueueDelivery(consumer, queues.Find(consumer.Queue) ?? new QueueRecord(consumer.Queue), store, time, logger))];
        post.Posted += Ring;
        try
        {
            await Task.WhenAll(deliveries.Select(delivery => delivery.RunAsync(stoppingToken)));
        }
        finally
        {
            post.Posted -= Ring;
        }

        void Ring(object? sender, MessagesPosted posted)
        {
            foreach (var delivery in deliveries)
            {
                if (delivery.Queue == posted.Queue)
                {
                    delivery.Ring();
                }
            }
        }
    }
}
