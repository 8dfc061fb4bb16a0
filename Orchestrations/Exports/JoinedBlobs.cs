using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>Some bytes and then the contents of blobs, one after the other, as one stream to be read once. One blob at a time is open.</summary>
internal sealed class JoinedBlobs(byte[] head, IBlobStore blobs, IEnumerable<string> paths) : Stream
{
    private readonly IEnumerator<string> rest = paths.GetEnumerator();
    private Stream? current = new MemoryStream(head, writable: false);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (current is not null)
        {
            var read = await current.ReadAsync(buffer, cancellationToken);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            await current.DisposeAsync();
            current = rest.MoveNext() ? await OpenAsync(rest.Current, cancellationToken) : null;
        }

        return 0;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current?.Dispose();
            rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<Stream> OpenAsync(string path, CancellationToken cancellationToken) =>
        (await blobs.OpenAsync(path, cancellationToken: cancellationToken))?.Stream
        ?? throw new InvalidOperationException($"expected the part {path} of an export, found none");
}
