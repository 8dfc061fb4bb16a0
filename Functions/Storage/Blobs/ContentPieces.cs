using System.Buffers;
using System.Security.Cryptography;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>Reads content piece by piece and finds out on the way what it is. One piece is in memory at a time.</summary>
internal sealed class ContentPieces(Stream content, long maximumBytes) : IDisposable
{
    /// <summary>The size of a piece. A blob has at most 50,000: 195 GiB.</summary>
    public const int PieceBytes = 4 << 20;

    /// <summary>Most content is small: for it no buffer of a whole piece is taken.</summary>
    private const int SmallBytes = 64 << 10;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(SmallBytes);

    /// <summary>How much there was so far.</summary>
    public long Length { get; private set; }

    /// <summary>Whether there was no more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The SHA-256 of what there was so far, in lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>The next piece, good until the next one is asked for; only the last one is smaller than others.</summary>
    /// <exception cref="BlobTooLargeException">There is more than is allowed.</exception>
    public async ValueTask<MemoryStream> NextAsync(CancellationToken cancellationToken)
    {
        var filled = await FillAsync(0, Math.Min(buffer.Length, PieceBytes), cancellationToken);
        if (!IsAtEnd && filled < PieceBytes)
        {
            Grow(filled);
            filled = await FillAsync(filled, PieceBytes, cancellationToken);
        }

        return new MemoryStream(buffer, 0, filled, writable: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        hash.Dispose();
    }

    private async ValueTask<int> FillAsync(int from, int to, CancellationToken cancellationToken)
    {
        var filled = from;
        while (filled < to && !IsAtEnd)
        {
            var read = await content.ReadAsync(buffer.AsMemory(filled, to - filled), cancellationToken);
            IsAtEnd = read == 0;
            Length += read;
            if (Length > maximumBytes)
            {
                throw new BlobTooLargeException(maximumBytes);
            }

            hash.AppendData(buffer, filled, read);
            filled += read;
        }

        return filled;
    }

    private void Grow(int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent(PieceBytes);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
