using TaskOrchestration.Api.Access.Administration;
using TaskOrchestration.Api.Access.Sessions.Views;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Somebody who has signed in to the console. It is kept by their browser, in a closed envelope, and nowhere else.</summary>
internal sealed record Session
{
    /// <summary>A random name of its own, by which it can be ended.</summary>
    public required string Id { get; init; }

    /// <summary>How it was opened.</summary>
    public required SignInMethod By { get; init; }

    /// <summary>Who signed in, with the roles they had at that moment. For a session opened with a key, the key says what they may do now.</summary>
    public required string Name { get; init; }

    /// <summary>The roles.</summary>
    public required Roles Roles { get; init; }

    /// <summary>What is in the audit journal as the credential; for a session opened with a key, the key's id.</summary>
    public required string Credential { get; init; }

    /// <summary>A digest of the key's secret it was opened with: it ends when that secret is no longer good. None if it was not opened with a key.</summary>
    public string? SecretMark { get; init; }

    /// <summary>When it ends at the latest.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>As callers see it.</summary>
    public SessionView View(Caller caller) => new() { Name = caller.Name, Roles = KeyRoles.Of(caller.Roles), By = By, Expires = Expires };
}
