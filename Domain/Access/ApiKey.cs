namespace TaskOrchestration.Domain.Access;

/// <summary>An API key: by what name and with which roles its holder calls.</summary>
public sealed record ApiKey
{
    /// <summary>Its id, which is no secret; see <see cref="KeyForm"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the caller who holds it: what that caller makes belongs to this name.</summary>
    public required string Owner { get; init; }

    /// <summary>What the holder may do.</summary>
    public required Roles Roles { get; init; }

    /// <summary>Which machines it is for.</summary>
    public MachineScope Machines { get; init; } = MachineScope.All;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>From when on it opens nothing any more; none for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When it was used last, to the minute or so; none for never.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>When it was taken back; none if it was not.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>The secret that goes with it.</summary>
    public required StoredSecret Secret { get; init; }

    /// <summary>The secret before the last rotation, good for its time of grace.</summary>
    public StoredSecret? Previous { get; init; }

    /// <summary>How often it has been saved; 0 before the first time.</summary>
    public long Version { get; init; }

    /// <summary>Whether it opens anything at this moment.</summary>
    public KeyState State(DateTimeOffset now) => this switch
    {
        { Revoked: not null } => KeyState.Revoked,
        { Expires: { } expires } when expires <= now => KeyState.Expired,
        _ => KeyState.Active,
    };

    /// <summary>The secrets that are good at this moment. None if the key is not active.</summary>
    public IEnumerable<StoredSecret> Secrets(DateTimeOffset now)
    {
        if (State(now) != KeyState.Active)
        {
            yield break;
        }

        yield return Secret;
        if (Previous is { ValidUntil: { } until } previous && until > now)
        {
            yield return previous;
        }
    }

    /// <summary>Who calls with it.</summary>
    public Caller Caller => new(Owner, Roles, Id) { Machines = Machines };

    /// <summary>The key with another secret; the one it had stays good until a moment.</summary>
    public ApiKey Rotated(StoredSecret secret, DateTimeOffset previousValidUntil) =>
        this with { Secret = secret, Previous = Secret with { ValidUntil = previousValidUntil } };
}
