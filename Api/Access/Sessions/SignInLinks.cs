using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>One-time links that open the console signed in as an admin. They are gone with the process.</summary>
public sealed class SignInLinks(TimeProvider time)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int CodeLength = 40;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly ConcurrentDictionary<string, DateTimeOffset> codes = [];

    /// <summary>Whether this server makes any.</summary>
    public bool AreMade => made;

    private volatile bool made;

    /// <summary>A new link's path and query.</summary>
    public string Make()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, CodeLength);
        codes[code] = time.GetUtcNow() + Lifetime;
        made = true;
        return $"/sign-in?code={code}";
    }

    /// <summary>Whether a code is good; from now on it is not.</summary>
    internal bool TryUse(string code) => codes.TryRemove(code, out var until) && time.GetUtcNow() < until;
}
