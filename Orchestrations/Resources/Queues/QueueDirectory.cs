using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Resources.Services;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Which queues there are.</summary>
public sealed class QueueDirectory(ServiceOptions options)
{
    private readonly ConcurrentDictionary<string, MessageQueue> queues = [];

    /// <summary>Makes a queue, or changes the one that has the name.</summary>
    public void Add(MessageQueue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        queues[queue.Name] = queue;
    }

    /// <summary>The queue of a name. One that is there because it was named tells messages apart by their bodies.</summary>
    public MessageQueue? Find(string name) =>
        queues.GetValueOrDefault(name) ?? (options.CreatesOnFirstUse ? queues.GetOrAdd(name, new MessageQueue(name) { DeduplicatesByContent = true }) : null);

    /// <summary>Those that are there, in alphabetical order.</summary>
    public IReadOnlyList<MessageQueue> All => [.. queues.Values.OrderBy(queue => queue.Name, StringComparer.Ordinal)];
}
