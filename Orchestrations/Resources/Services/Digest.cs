using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>The digests that services answer with.</summary>
internal static class Digest
{
#pragma warning disable CA5351 // The services say MD5; nothing here is kept secret by it.
    /// <summary>The MD5 in lower-case hexadecimal digits.</summary>
    public static string Md5(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(MD5.HashData(content));

    /// <inheritdoc cref="Md5(ReadOnlySpan{byte})"/>
    public static async ValueTask<string> Md5Async(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await MD5.HashDataAsync(content, cancellationToken));
#pragma warning restore CA5351

    /// <inheritdoc cref="Md5(ReadOnlySpan{byte})"/>
    public static string Md5(string text) => Md5(Encoding.UTF8.GetBytes(text));

    /// <summary>The SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>An id that follows from a seed: the same seed, the same id.</summary>
    public static string IdOf(string seed)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16);
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes).ToString();
    }
}
