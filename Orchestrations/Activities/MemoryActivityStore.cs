namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>Activities that last as long as the process.</summary>
public sealed class MemoryActivityStore : IActivityStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, ActivityRecord> activities = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<ActivityRecord?> FindAsync(string arn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(activities.GetValueOrDefault(arn));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(ActivityRecord activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (gate)
        {
            return ValueTask.FromResult(activities.TryAdd(activity.Arn, activity));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(activities.Remove(arn));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ActivityRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            IReadOnlyList<ActivityRecord> found = [.. activities.Values.Where(activity => string.CompareOrdinal(activity.Arn, after) > 0).Take(limit)];
            return ValueTask.FromResult(found);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult((long)activities.Count);
        }
    }
}
