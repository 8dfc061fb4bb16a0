namespace TaskOrchestration.Api.StatusEvents;

/// <summary>The subscriptions to status-change events.</summary>
internal sealed record SubscriptionList
{
    public required IReadOnlyList<SubscriptionView> Items { get; init; }
}
