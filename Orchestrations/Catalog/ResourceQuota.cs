namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Whether there may be one more of something that many may make.</summary>
/// <remarks>
/// It is counted now and then, not for every one: what is known to be free is given away first. Where several instances make them, a few more than there may be come about.
/// </remarks>
public sealed class ResourceQuota(int most, Func<CancellationToken, ValueTask<long>> count)
{
    /// <summary>How many are given away on one count.</summary>
    private const int MostAtOnce = 1_000;

    private long free;

    /// <summary>Whether there may be one more, which is then taken to be made.</summary>
    public async ValueTask<bool> TakeAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref free) >= 0)
        {
            return true;
        }

        var left = most - await count(cancellationToken);
        Interlocked.Exchange(ref free, Math.Min(left, MostAtOnce) - 1);
        return left > 0;
    }
}
