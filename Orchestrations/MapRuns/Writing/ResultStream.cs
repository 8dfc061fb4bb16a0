using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.MapRuns.Writing;

/// <summary>A file of results as a stream, made while it is read.</summary>
internal sealed class ResultStream(IAsyncEnumerator<ReadOnlyMemory<byte>> pieces) : ForwardStream
{
    private ReadOnlyMemory<byte> current;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (current.IsEmpty)
        {
            if (!await pieces.MoveNextAsync())
            {
                return 0;
            }

            current = pieces.Current;
        }

        var read = Math.Min(buffer.Length, current.Length);
        current[..read].CopyTo(buffer);
        current = current[read..];
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await pieces.DisposeAsync();
        await base.DisposeAsync();
    }
}
