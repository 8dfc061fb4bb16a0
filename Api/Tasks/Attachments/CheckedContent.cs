using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>A content on its way in, which ends in a problem instead of at its end if its digest is not the one that was announced.</summary>
internal sealed class CheckedContent(Stream content, byte[]? announced) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await content.ReadAsync(buffer, cancellationToken);
        _hash.AppendData(buffer.Span[..read]);
        if (read == 0 && buffer.Length > 0)
        {
            Check();
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A request is read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Check()
    {
        if (announced is not null && !_hash.GetCurrentHash().AsSpan().SequenceEqual(announced))
        {
            throw new ProblemException(
                StatusCodes.Status400BadRequest,
                "digest-mismatch",
                $"Expected content with the {ContentDigest.Header} {ContentDigest.Of(Convert.ToHexStringLower(announced))}, found {ContentDigest.Of(Convert.ToHexStringLower(_hash.GetCurrentHash()))}.");
        }
    }
}
