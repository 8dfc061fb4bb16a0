using System.Diagnostics;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>The receivers of targets.</summary>
public sealed class StatusReceivers(HttpClient http, IQueueReceivers queues, TimeProvider time)
{
    /// <summary>A client for webhooks: a receiver that has moved is to be told to whoever set it up, not followed.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = WebhookReceiver.Patience,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The receiver of a target.</summary>
    public IStatusReceiver Of(StatusTarget target) => target switch
    {
        StatusTarget.Webhook webhook => new WebhookReceiver(http, webhook, time),
        StatusTarget.QueueNamed queue => queues.To(queue.Name),
        _ => throw new UnreachableException($"no receiver for {target?.GetType().Name}"),
    };
}
