using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>What one can do with activities. Names and ARNs are taken to be well-formed: the host checks them in its own words.</summary>
public sealed class ActivityCatalog
{
    private readonly IActivityStore store;
    private readonly ArnScheme arns;
    private readonly TimeProvider time;
    private readonly ResourceQuota quota;
    private readonly int most;

    /// <summary>The catalog of the activities in a store.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="arns">How the ARNs of new ones are spelled.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="quotas">How many there may be; as on AWS where nothing is given.</param>
    public ActivityCatalog(IActivityStore store, ArnScheme arns, TimeProvider time, AccountQuotas? quotas = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        this.arns = arns;
        this.time = time;
        most = (quotas ?? new AccountQuotas()).Activities;
        quota = new ResourceQuota(most, store.CountAsync);
    }

    /// <summary>Creates an activity. The same wish again gives the activity that is there.</summary>
    /// <exception cref="RefusedException">The name is taken by an activity with another encryption, or there are as many as may be.</exception>
    public async ValueTask<ActivityRecord> CreateAsync(string name, Json? encryption, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var activity = new ActivityRecord
        {
            Arn = arns.Activity(name),
            Name = name,
            CreationDate = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            EncryptionConfiguration = encryption,
        };
        while (true)
        {
            if (await store.FindAsync(activity.Arn, cancellationToken) is { } existing)
            {
                return Equals(existing.EncryptionConfiguration, encryption)
                    ? existing
                    : throw new RefusedException(Refusal.ActivityAlreadyExists, $"Activity Already Exists: '{activity.Arn}'");
            }

            if (!await quota.TakeAsync(cancellationToken))
            {
                throw new RefusedException(Refusal.ActivityLimitExceeded, $"Activity Limit Exceeded: 'There are {most} activities, and no more may be'");
            }

            if (await store.TryAddAsync(activity, cancellationToken))
            {
                return activity;
            }
        }
    }

    /// <summary>An activity, or null.</summary>
    public ValueTask<ActivityRecord?> FindAsync(string arn, CancellationToken cancellationToken = default) => store.FindAsync(arn, cancellationToken);

    /// <summary>An activity.</summary>
    /// <exception cref="RefusedException">There is no such activity.</exception>
    public async ValueTask<ActivityRecord> DescribeAsync(string arn, CancellationToken cancellationToken = default) =>
        await store.FindAsync(arn, cancellationToken) ?? throw DoesNotExist(arn);

    /// <summary>Deletes an activity; one that is not there is no error. Tasks that wait for a worker go on waiting.</summary>
    public async ValueTask DeleteAsync(string arn, CancellationToken cancellationToken = default) => await store.DeleteAsync(arn, cancellationToken);

    /// <summary>The activities, in the order of their ARNs.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<ActivityRecord>> ListAsync(int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        var after = cursor is null ? null : Cursor.Read(cursor, "activities");
        var found = await store.ListAsync(after, limit + 1, cancellationToken);
        return found.Count <= limit
            ? new Page<ActivityRecord>([.. found], Next: null)
            : new Page<ActivityRecord>([.. found.Take(limit)], Cursor.Write(found[limit - 1].Arn, "activities"));
    }

    internal static RefusedException DoesNotExist(string arn) => new(Refusal.ActivityDoesNotExist, $"Activity Does Not Exist: '{arn}'");
}
