namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often an invocation has been tried.</summary>
public abstract class RetryContext
{
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
