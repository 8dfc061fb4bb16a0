using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Where the next page begins, as an opaque text.</summary>
/// <remarks>
/// The token holds all there is to know, so it outlives a restart. It carries a checksum over what was asked for: mangled, or used
/// with another question, it is refused. It is no secret and guards nothing; it only says where to go on.
/// </remarks>
internal static class PageToken
{
    private const int ChecksumLength = 12;

    /// <summary>The token of a page.</summary>
    /// <param name="question">What was asked for: the action and every parameter but the size of the page.</param>
    /// <param name="position">Where the next page begins, or null if there is none.</param>
    /// <returns>The token, or null if there is no next page.</returns>
    [return: NotNullIfNotNull(nameof(position))]
    public static string? Write(string question, string? position)
    {
        if (position is null)
        {
            return null;
        }

        var place = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Checksum(question, place), .. place]);
    }

    /// <summary>What a token says.</summary>
    /// <returns>The position, or null for the first page.</returns>
    /// <exception cref="AwsException">The token was not written for this question.</exception>
    public static string? Read(string question, string? token)
    {
        if (token is null)
        {
            return null;
        }

        // Compared as text as well, because Base64 lets some last characters differ without meaning anything else.
        return Decode(token) is { Length: > ChecksumLength } bytes
            && bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(question, bytes.AsSpan(ChecksumLength)))
            && Base64Url.EncodeToString(bytes) == token
                ? Encoding.UTF8.GetString(bytes.AsSpan(ChecksumLength))
                : throw AwsErrors.InvalidToken();
    }

    private static byte[]? Decode(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        return Base64Url.DecodeFromChars(token);
    }

    private static ReadOnlySpan<byte> Checksum(string question, ReadOnlySpan<byte> place)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(question), 0, .. place];
        return SHA256.HashData(text).AsSpan(0, ChecksumLength);
    }
}
