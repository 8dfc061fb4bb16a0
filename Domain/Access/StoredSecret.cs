namespace TaskOrchestration.Domain.Access;

/// <summary>A secret as it is kept: never in clear.</summary>
/// <param name="Hash">Tells whether a secret that is shown is the right one. Base64.</param>
/// <param name="Sealed">The secret, encrypted: whoever checks a request's signature needs the secret itself. Base64.</param>
/// <param name="ValidUntil">From when on it opens nothing any more, because another has taken its place; none for the current one.</param>
public sealed record StoredSecret(string Hash, string Sealed, DateTimeOffset? ValidUntil = null);
