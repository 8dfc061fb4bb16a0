using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>A body that has to turn out to have the hash that was signed: otherwise reading its end fails.</summary>
internal sealed class HashCheckedStream(Stream body, string expected) : ForwardStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool isChecked;

    /// <summary>Reads on.</summary>
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
