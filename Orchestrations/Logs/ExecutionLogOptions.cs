namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>How execution logs are kept. The section <c>ExecutionLogs</c> of the settings.</summary>
public sealed record ExecutionLogOptions
{
    /// <summary>For how many days logs are kept; then they are deleted.</summary>
    public int HotDays { get; init; } = 30;

    /// <summary>How long a record may wait for others before it is written.</summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A blob is written when it has so many bytes, however young.</summary>
    public int BlobBytes { get; init; } = 1024 * 1024;

    /// <summary>How many bytes may wait while blobs cannot be written; what comes on top is dropped, and said to be.</summary>
    public long BufferBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Sees that the numbers make sense.</summary>
    /// <exception cref="InvalidDataException">A number is out of its range.</exception>
    public void Check()
    {
        if (HotDays < 1 || FlushInterval <= TimeSpan.Zero || BlobBytes < 1 || BufferBytes < BlobBytes)
        {
            throw new InvalidDataException(
                $"ExecutionLogs: expected HotDays ≥ 1, FlushInterval > 0, BlobBytes ≥ 1 and BufferBytes ≥ BlobBytes, found {HotDays}, {FlushInterval}, {BlobBytes} and {BufferBytes}.");
        }
    }
}
