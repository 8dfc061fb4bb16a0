namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>Where activities are kept.</summary>
public interface IActivityStore
{
    /// <summary>An activity, or null.</summary>
    ValueTask<ActivityRecord?> FindAsync(string arn, CancellationToken cancellationToken = default);

    /// <summary>Keeps a new activity.</summary>
    /// <returns>False if its ARN is taken.</returns>
    ValueTask<bool> TryAddAsync(ActivityRecord activity, CancellationToken cancellationToken = default);

    /// <summary>Forgets an activity.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default);

    /// <summary>The activities in the order of their ARNs, those after <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<ActivityRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>How many there are.</summary>
    ValueTask<long> CountAsync(CancellationToken cancellationToken = default);
}
