using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Resources.Services;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Which queues there are.</summary>
public sealed class QueueDirectory(ServiceOptions options)
{
    private readonly ConcurrentDictionary<string, QueueRecord> queues = [];

    /// <summary>Makes a queue, or changes the one that has the name.</summary>
    public void Add(QueueRecord queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        queues[queue.Name] = queue;
    }

    /// <summary>The queue of a name. One that is there because it was named tells messages apart by their bodies.</summary>
    public QueueRecord? Find(string name) =>
        queues.GetValueOrDefault(name) ?? (options.CreatesOnFirstUse ? queues.GetOrAdd(name, new QueueRecord(name) { DeduplicatesByContent = true }) : null);

    /// <summary>Those that are there, in alphabetical order.</summary>
    public IReadOnlyList<QueueRecord> All => [.. queues.Values.OrderBy(queue => queue.Name, StringComparer.Ordinal)];
}
