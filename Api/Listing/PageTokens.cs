using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Listing;

/// <summary>Where the next page of a list begins, as texts that clients carry about: they can read nothing in them, make none, change none, and use none for long.</summary>
/// <remarks>
/// A token holds all there is to know, closed under the server's master key, so it outlives a restart and is good for every instance. It is good for the question that it was given out for, and for
/// a day, as on AWS. Who may see what is asked anew for every page.
/// </remarks>
public sealed class PageTokens(SecretBox box, TimeProvider time) : IDisposable
{
    /// <summary>How long a token is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int QuestionBytes = 16;

    private readonly Envelope envelope = box.EnvelopeFor("page token");

    /// <summary>The token of a page.</summary>
    /// <param name="question">What was asked for: the action and every parameter but the size of the page.</param>
    /// <param name="position">Where the next page begins, or null if there is none.</param>
    /// <returns>The token, or null if there is no next page.</returns>
    [return: NotNullIfNotNull(nameof(position))]
    public string? Write(string question, string? position) => position is null
        ? null
        : envelope.Close(string.Create(CultureInfo.InvariantCulture, $"{(time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds()} {Digest(question)} {position}"));

    /// <summary>What a token says.</summary>
    /// <returns>The position; null for a token that was not given out for this question, that has been changed, or whose time is over.</returns>
    public string? Find(string question, string token) =>
        envelope.Open(token)?.Split(' ', 3) is [var until, var asked, var position]
        && asked == Digest(question)
        && time.GetUtcNow().ToUnixTimeMilliseconds() < long.Parse(until, CultureInfo.InvariantCulture)
            ? position
            : null;

    /// <inheritdoc/>
    public void Dispose() => envelope.Dispose();

    private static string Digest(string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)).AsSpan(0, QuestionBytes));
}
