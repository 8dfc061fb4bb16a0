namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>A blob had more bytes than its writer allowed; nothing of it was kept.</summary>
public sealed class BlobTooLargeException(long maximumBytes) : Exception($"Expected at most {maximumBytes} bytes, found more.")
{
    /// <summary>How many were allowed.</summary>
    public long MaximumBytes => maximumBytes;
}
