namespace TaskOrchestration.Orchestrations.Resources.Topics;

/// <summary>A subscription that is to be there from the start, as a service.</summary>
/// <param name="Topic">The name of the topic.</param>
/// <param name="Subscription">What gets its messages.</param>
public sealed record TopicSubscription(string Topic, Subscription Subscription);
