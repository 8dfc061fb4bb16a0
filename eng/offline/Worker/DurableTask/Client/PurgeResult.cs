namespace Microsoft.DurableTask.Client;

/// <summary>How many orchestrations were purged.</summary>
public class PurgeResult
{
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    public PurgeResult(int count, bool? isComplete)
    {
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    public int PurgedInstanceCount { get; }

    /// <summary>Whether all that was asked for is gone; null where the backend does not say.</summary>
    public bool? IsComplete { get; }
}
