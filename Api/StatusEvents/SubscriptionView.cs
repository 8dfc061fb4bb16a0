using System.ComponentModel;
using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Api.StatusEvents;

/// <summary>A subscription to status-change events, with how its deliveries get on.</summary>
[DisplayName("EventSubscription")]
internal sealed record SubscriptionView
{
    [Description("Its name in the settings; a rule of the default bus is called rules/ and its name.")]
    public required string Name { get; init; }

    [Description("Where events are posted to; only the beginning of the URL, for the rest may be secret. Missing where they go into a queue.")]
    public string? Url { get; init; }

    [Description("Whether they are signed.")]
    public bool? IsSigned { get; init; }

    [Description("The queue they go into. Missing where they are posted to a URL.")]
    public string? Queue { get; init; }

    [Description("The machines it is about, by name or ARN, with * for any characters; empty for all.")]
    public required IReadOnlyList<string> StateMachines { get; init; }

    [Description("What executions have to become; empty for anything.")]
    public required IReadOnlyList<string> Statuses { get; init; }

    [Description("What an event has to look like besides, as JSON.")]
    public string? Pattern { get; init; }

    [Description("How many events wait to be delivered; at most 10,000 are counted.")]
    public required int Pending { get; init; }

    [Description("When the oldest of them happened.")]
    public DateTimeOffset? OldestPending { get; init; }

    [Description("How many events were given up and are kept; at most 10,000 are counted.")]
    public required int Dead { get; init; }

    [Description("How many attempts in a row were in vain, as far as the process knows that answers.")]
    public required int FailuresInARow { get; init; }

    [Description("When an event was last taken, as far as the process knows that answers.")]
    public DateTimeOffset? LastSuccess { get; init; }

    [Description("When one was last not taken, as far as the process knows that answers.")]
    public DateTimeOffset? LastFailure { get; init; }

    [Description("What was wrong then.")]
    public string? LastReason { get; init; }

    public static SubscriptionView Of(StatusSubscription subscription, OutboxCounts counts, DeliveryHealth health) => new()
    {
        Name = subscription.Name,
        Url = (subscription.Target as StatusTarget.Webhook)?.Url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped),
        IsSigned = subscription.Target is StatusTarget.Webhook webhook ? webhook.Secret is { Length: > 0 } : null,
        Queue = (subscription.Target as StatusTarget.QueueNamed)?.Name,
        StateMachines = subscription.StateMachines,
        Statuses = [.. subscription.Statuses.Select(status => status.InWordsOfAws())],
        Pattern = subscription.Pattern?.ToString(),
        Pending = counts.Pending,
        OldestPending = counts.Oldest,
        Dead = counts.Dead,
        FailuresInARow = health.Failures,
        LastSuccess = health.LastSuccess,
        LastFailure = health.LastFailure,
        LastReason = health.LastReason,
    };
}
