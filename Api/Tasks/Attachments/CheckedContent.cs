using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>A content on its way in, which ends in a problem instead of at its end if its digest is not the one that was announced.</summary>
internal sealed class CheckedContent(Stream content, byte[]? announced) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

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
