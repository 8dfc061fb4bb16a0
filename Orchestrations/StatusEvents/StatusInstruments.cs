using System.Diagnostics.Metrics;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>What deliveries of events measure while they work.</summary>
internal static class StatusInstruments
{
    private const string Subscription = "taskorch.subscription";

    private static readonly Meter Meter = new(MeterNames.Events);

    private static readonly Counter<long> Delivered = Meter.CreateCounter<long>("taskorch.status_events.delivered", "{event}", "Status-change events that receivers have taken.");

    private static readonly Counter<long> Failed =
        Meter.CreateCounter<long>("taskorch.status_events.failed", "{attempt}", "Attempts to deliver a status-change event that receivers have not taken.");

    private static readonly Counter<long> GivenUp = Meter.CreateCounter<long>("taskorch.status_events.dead", "{event}", "Status-change events that were given up.");

    /// <summary>Has the instruments exist, so that they can be seen before the first of them is used.</summary>
    public static void Touch()
    {
        _ = Delivered.Enabled;
    }

    /// <summary>An attempt was made.</summary>
    public static void Attempted(string subscription, Attempt attempt)
    {
        var tag = new KeyValuePair<string, object?>(Subscription, subscription);
        if (attempt.Reception is Reception.Taken)
        {
            Delivered.Add(1, tag);
        }
        else if (attempt.Reception is not null)
        {
            Failed.Add(1, tag);
        }

        if (attempt.Result is DeliveryResult.Dead)
        {
            GivenUp.Add(1, tag);
        }
    }
}
