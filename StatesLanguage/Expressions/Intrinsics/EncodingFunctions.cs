using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>The functions about the bytes of texts.</summary>
internal static class EncodingFunctions
{
    private const int MaxCharacters = 10_000;

    public static IntrinsicOutcome Encode(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetText(0, out var text))
        {
            return arguments.Problem;
        }

        return text.Length > MaxCharacters ? TooLong(text) : JsonString.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
    }

    public static IntrinsicOutcome Decode(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetText(0, out var text))
        {
            return arguments.Problem;
        }

        if (text.Length > MaxCharacters)
        {
            return TooLong(text);
        }

        return Base64.IsValid(text)
            ? JsonString.Of(Encoding.UTF8.GetString(Convert.FromBase64String(text)))
            : IntrinsicOutcome.Failed("Expected Base64 text as argument 1, found other characters or wrong padding");
    }

    public static IntrinsicOutcome Hash(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetText(1, out var algorithm))
        {
            return arguments.Problem;
        }

        var text = arguments[0] is JsonString given ? given.Value : arguments[0].ToString();
        if (text.Length > MaxCharacters)
        {
            return TooLong(text);
        }

        return Hash(Encoding.UTF8.GetBytes(text), algorithm) is { } hash
            ? JsonString.Of(Convert.ToHexStringLower(hash))
            : IntrinsicOutcome.Failed($"Expected MD5, SHA-1, SHA-256, SHA-384 or SHA-512 as argument 2, found '{algorithm}'");
    }

    // What the language offers includes algorithms that no longer protect anything; people use them as checksums.
#pragma warning disable CA5350, CA5351
    private static byte[]? Hash(byte[] bytes, string algorithm) => algorithm switch
    {
        "MD5" => MD5.HashData(bytes),
        "SHA-1" => SHA1.HashData(bytes),
        "SHA-256" => SHA256.HashData(bytes),
        "SHA-384" => SHA384.HashData(bytes),
        "SHA-512" => SHA512.HashData(bytes),
        _ => null,
    };
#pragma warning restore CA5350, CA5351

    private static IntrinsicOutcome TooLong(string text) =>
        IntrinsicOutcome.Failed($"Expected at most {MaxCharacters} characters as argument 1, found {text.Length}");
}
