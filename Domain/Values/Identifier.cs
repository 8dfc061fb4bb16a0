using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Domain.Values;

/// <summary>Ids of things that came without one.</summary>
public static class Identifier
{
    /// <summary>The longest id that is taken from outside.</summary>
    public const int MaximumLength = 128;

    /// <summary>
    /// An id that depends on nothing but the token: a step that is repeated under its token names the same thing again.
    /// </summary>
    public static string From(string prefix, string token) =>
        $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 10))}";

    /// <summary>Whether an id from outside can be used: not blank, not too long, nothing but printable characters.</summary>
    public static bool IsUsable(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length <= MaximumLength && !string.IsNullOrWhiteSpace(id) && !id.Any(char.IsControl);
    }
}
