using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TaskOrchestration.Api.Access.Sessions.Views;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Opens sessions, knows them again, and ends them.</summary>
internal sealed class SessionDesk(SecretBox box, KeyRing keys, EndedSessions ended, TimeProvider time) : IDisposable
{
    /// <summary>How long a session lasts if nothing ends it before.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Whoever uses a one-time link: it is printed where only an admin of the machine reads it.</summary>
    private static readonly Caller OfLink = new("admin", Roles.Admin, "sign-in-link");

    private readonly Envelope envelope = box.EnvelopeFor("console session");

    /// <summary>A session for an API key; none if id and secret open nothing.</summary>
    public async ValueTask<Session?> OpenWithKeyAsync(string id, string secret, CancellationToken cancellationToken) =>
        await keys.OpenAsync(id, secret, cancellationToken) is { } caller
            ? Open(SignInMethod.Key, caller) with { SecretMark = Mark(id, secret) }
            : null;

    /// <summary>A session for whoever had a one-time link.</summary>
    public Session OpenWithLink() => Open(SignInMethod.Link, OfLink);

    /// <summary>A session for whom an identity provider vouches.</summary>
    public Session OpenFor(Caller caller) => Open(SignInMethod.Oidc, caller);

    /// <summary>The session as a browser keeps it.</summary>
    public string Close(Session session) => envelope.Close(JsonSerializer.Serialize(session));

    /// <summary>What a browser shows, read; none if it is no session of this server. It may have ended.</summary>
    public Session? Read(string closed) => envelope.Open(closed) is { } text ? JsonSerializer.Deserialize<Session>(text) : null;

    /// <summary>Who calls with a session; none if it has ended.</summary>
    public async ValueTask<Caller?> CallerAsync(Session session, CancellationToken cancellationToken)
    {
        if (session.Expires <= time.GetUtcNow() || await ended.ContainsAsync(session.Id, cancellationToken))
        {
            return null;
        }

        return session.SecretMark is { } mark
            ? await keys.OpenAsync(session.Credential, secret => Mark(session.Credential, secret) == mark, cancellationToken)
            : new Caller(session.Name, session.Roles, session.Credential);
    }

    /// <summary>Ends a session, durably and for every instance.</summary>
    public ValueTask EndAsync(Session session, CancellationToken cancellationToken) => ended.AddAsync(session.Id, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => envelope.Dispose();

    private Session Open(SignInMethod by, Caller caller) => new()
    {
        Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        By = by,
        Name = caller.Name,
        Roles = caller.Roles,
        Credential = caller.Credential,
        // To the second, as people read it.
        Expires = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()),
    };

    private static string Mark(string id, string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"console session {id}.{secret}")).AsSpan(0, 16));
}
