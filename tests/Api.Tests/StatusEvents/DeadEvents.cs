using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Api.Tests.StatusEvents;

/// <summary>Events that were given up, as a receiver would have it.</summary>
internal static class DeadEvents
{
    public const string At = "/api/v1/event-subscriptions/billing/dead-events";

    /// <summary>Has some given up, one second after the other.</summary>
    public static async Task BuryAsync(RestServer server, int count)
    {
        var outbox = server.Service<IStatusOutbox>();
        for (var number = 0; number < count; number++)
        {
            var now = server.Time.Now;
            var change = new StatusChange
            {
                Subscription = "billing",
                ExecutionArn = $"arn:aws:states:us-east-1:123456789012:execution:orders:dead-{number}",
                Status = ReportedStatus.Failed,
                At = now,
            };
            await outbox.AddAsync([change]);
            await outbox.RecordAsync([new DeliveryResult.Dead(new OutboxEntry(change, 0, now), now, "status 410")]);
            server.Time.Now += TimeSpan.FromSeconds(1);
        }
    }
}
