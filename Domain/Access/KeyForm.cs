using System.Buffers;

namespace TaskOrchestration.Domain.Access;

/// <summary>What the two halves of an API key look like. Either fits where AWS clients expect an access key id and a secret access key.</summary>
public static class KeyForm
{
    /// <summary>How every key's id begins, so that one found in a log or a repository is known for what it is.</summary>
    public const string Prefix = "TOAK";

    /// <summary>How long an id is.</summary>
    public const int IdLength = 20;

    /// <summary>How long a secret is: 40 characters out of 62 are 238 bits.</summary>
    public const int SecretLength = 40;

    /// <summary>The characters of an id, after its prefix.</summary>
    public const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>The characters of a secret.</summary>
    public const string SecretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> OfIds = SearchValues.Create(IdAlphabet);
    private static readonly SearchValues<char> OfSecrets = SearchValues.Create(SecretAlphabet);

    /// <summary>Whether a text could be a key's id.</summary>
    public static bool IsId(ReadOnlySpan<char> text) =>
        text.Length == IdLength && text.StartsWith(Prefix, StringComparison.Ordinal) && !text.ContainsAnyExcept(OfIds);

    /// <summary>Whether a text could be a key's secret.</summary>
    public static bool IsSecret(ReadOnlySpan<char> text) => text.Length == SecretLength && !text.ContainsAnyExcept(OfSecrets);
}
