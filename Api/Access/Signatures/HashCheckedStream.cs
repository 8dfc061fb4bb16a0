using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>A body that has to turn out to have the hash that was signed: otherwise reading its end fails.</summary>
internal sealed class HashCheckedStream(Stream body, string expected) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool isChecked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="BadHttpRequestException">The end was reached and the hash is another one.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        if (read > 0)
        {
            hash.AppendData(buffer.Span[..read]);
        }
        else if (buffer.Length > 0)
        {
            Check();
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A request's body is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }

    private void Check()
    {
        if (isChecked)
        {
            return;
        }

        isChecked = true;
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) is var found && found != expected)
        {
            throw new BadHttpRequestException($"Expected a body with the signed SHA-256 {expected}, found {found}.", StatusCodes.Status400BadRequest);
        }
    }
}
