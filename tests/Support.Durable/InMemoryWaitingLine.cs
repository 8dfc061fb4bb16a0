using System.Globalization;
using System.Runtime.CompilerServices;
using TaskOrchestration.Functions.Workers;

namespace TaskOrchestration.Support.Durable;

/// <summary>Queues of tasks that last as long as the process.</summary>
public sealed class InMemoryWaitingLine : IWaitingLine
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, WaitingTask> tasks = new(StringComparer.Ordinal);
    private long places;

    /// <inheritdoc/>
    public ValueTask AddAsync(WaitingTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        lock (gate)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{++places:D9}");
            tasks.Add(place, task with { Place = place });
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WaitingTask>> FirstAsync(string activityArn, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            IReadOnlyList<WaitingTask> found = [.. tasks.Values.Where(task => task.ActivityArn == activityArn && string.CompareOrdinal(task.Place, after) > 0).Take(limit)];
            return ValueTask.FromResult(found);
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(WaitingTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        lock (gate)
        {
            tasks.Remove(task.Place);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WaitingTask> OlderAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WaitingTask[] older;
        lock (gate)
        {
            older = [.. tasks.Values.Where(task => task.Since < before)];
        }

        await Task.CompletedTask;
        foreach (var task in older)
        {
            yield return task;
        }
    }
}
