using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Resources.Services;

namespace TaskOrchestration.Orchestrations.Resources.Topics;

/// <summary>Which topics there are and who has subscribed to them.</summary>
public sealed class TopicDirectory(ServiceOptions options)
{
    private readonly ConcurrentDictionary<string, Topic> topics = [];

    /// <summary>Makes a topic; one that has the name stays as it is.</summary>
    public void Add(Topic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        topics.TryAdd(topic.Name, topic);
    }

    /// <summary>Has a queue get what is published to a topic, which is made if it is not there.</summary>
    public void Subscribe(string topic, Subscription subscription) => topics.AddOrUpdate(
        topic, name => New(name) with { Subscriptions = [subscription] }, (_, known) => known with { Subscriptions = [.. known.Subscriptions.Append(subscription).Distinct()] });

    /// <summary>Deletes a topic.</summary>
    public void Remove(string name) => topics.TryRemove(name, out _);

    /// <summary>The topic of a name.</summary>
    public Topic? Find(string name) => topics.GetValueOrDefault(name) ?? (options.CreatesOnFirstUse ? topics.GetOrAdd(name, New) : null);

    private static Topic New(string name) => new(name) { DeduplicatesByContent = true };
}
