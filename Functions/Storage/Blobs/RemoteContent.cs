using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>The content of a blob, read from the service as it is asked for. Read from its beginning to its end, it is one request.</summary>
/// <remarks>
/// A connection that breaks is taken up again where it broke. A blob that is deleted meanwhile is read on over the open connection; after a break or a
/// <see cref="Seek"/>, only if the account keeps deleted blobs as versions.
/// </remarks>
internal sealed class RemoteContent : Stream
{
    private const int MostBreaks = 3;

    private readonly BlobBaseClient blob;
    private readonly ETag tag;
    private readonly string? accountVersion;
    private Stream? connection;
    private long connectedAt;

    public RemoteContent(BlobBaseClient blob, BlobDownloadStreamingResult opened)
    {
        this.blob = blob;
        connection = opened.Content;
        tag = opened.Details.ETag;
        accountVersion = opened.Details.VersionId;
        Length = opened.Details.ContentLength;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || Position >= Length)
        {
            return 0;
        }

        for (var breaks = 0; ; breaks++)
        {
            try
            {
                var read = await (await ConnectAsync(cancellationToken)).ReadAsync(buffer, cancellationToken);
                if (read > 0)
                {
                    Position = connectedAt += read;
                    return read;
                }

                throw new IOException($"Expected {Length} bytes in the blob '{blob.Name}', found that they end after {Position}.");
            }
            catch (IOException) when (breaks < MostBreaks && !cancellationToken.IsCancellationRequested)
            {
                Disconnect();
            }
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The content of a blob is read asynchronously.");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            _ => Length,
        };
        return Position = to >= 0 ? to : throw new IOException($"Expected a place in the content, found {to}.");
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
        // There is nothing to write.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Disconnect();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        if (connection is not null && connectedAt == Position)
        {
            return connection;
        }

        Disconnect();
        connectedAt = Position;
        return connection = await OpenAsync(cancellationToken);
    }

    private async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions { Range = new HttpRange(Position), Conditions = new BlobRequestConditions { IfMatch = tag } };
        try
        {
            return (await blob.DownloadStreamingAsync(options, cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404 && !string.IsNullOrEmpty(accountVersion))
        {
            return (await blob.WithVersion(accountVersion).DownloadStreamingAsync(options, cancellationToken)).Value.Content;
        }
    }

    private void Disconnect()
    {
        connection?.Dispose();
        connection = null;
    }
}
