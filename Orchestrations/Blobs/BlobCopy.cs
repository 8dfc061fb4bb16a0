using System.Buffers;
using System.Security.Cryptography;

namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>Copies the content of a blob and finds out on the way what it is.</summary>
internal static class BlobCopy
{
    private const int BufferBytes = 81_920;

    /// <summary>Copies to the end.</summary>
    /// <returns>The number of bytes, and their SHA-256 in lower-case hexadecimal digits.</returns>
    /// <exception cref="BlobTooLargeException">There are more bytes than are allowed.</exception>
    public static async ValueTask<(long Length, string Sha256)> CopyAsync(Stream from, Stream to, long maximumBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = 0L;
            for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                length += read;
                if (length > maximumBytes)
                {
                    throw new BlobTooLargeException(maximumBytes);
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return (length, Convert.ToHexStringLower(hash.GetCurrentHash()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
