using System.Security.Cryptography;

namespace TaskOrchestration.Api.Pages;

/// <summary>A file of the console, in the forms in which it was made.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Forms">The forms, the smallest first; the last one is the file as it is.</param>
/// <param name="IsImmutable">Whether its name has a digest of its content, so that it never changes.</param>
internal sealed record ConsoleFile(string ContentType, IReadOnlyList<ConsoleFile.Form> Forms, bool IsImmutable)
{
    /// <summary>One form.</summary>
    /// <param name="Encoding">The content coding; empty for the file as it is.</param>
    /// <param name="Bytes">What is sent.</param>
    /// <param name="Tag">Its ETag.</param>
    internal sealed record Form(string Encoding, byte[] Bytes, string Tag)
    {
        public static Form Of(string encoding, byte[] bytes) => new(encoding, bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
    }
}
