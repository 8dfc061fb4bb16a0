using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Gives out API keys and takes them back.</summary>
public sealed class ApiKeys(IApiKeyStore store, SecretBox box, TimeProvider time)
{
    /// <summary>How long a secret may stay good after it was replaced.</summary>
    public static readonly TimeSpan LongestGrace = TimeSpan.FromDays(30);

    /// <summary>How long it does if nobody says otherwise.</summary>
    public static readonly TimeSpan UsualGrace = TimeSpan.FromHours(24);

    private const int LongestOwner = 128;

    /// <summary>All keys, oldest first.</summary>
    public ValueTask<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default) => store.ListAsync(cancellationToken);

    /// <summary>A key.</summary>
    /// <exception cref="KeyRefusedException">There is no such key.</exception>
    public async ValueTask<ApiKey> DescribeAsync(string id, CancellationToken cancellationToken = default) => await store.FindAsync(id, cancellationToken) ?? throw NotFound(id);

    /// <summary>Makes a key for all machines.</summary>
    /// <exception cref="KeyRefusedException">The owner is no name, or the key would have expired already.</exception>
    public ValueTask<IssuedKey> CreateAsync(string owner, Roles roles, DateTimeOffset? expires = null, CancellationToken cancellationToken = default) =>
        CreateAsync(owner, roles, expires, MachineScope.All, cancellationToken);

    /// <summary>Makes a key.</summary>
    /// <exception cref="KeyRefusedException">The owner is no name, the key would have expired already, or it cannot be for these machines.</exception>
    public async ValueTask<IssuedKey> CreateAsync(string owner, Roles roles, DateTimeOffset? expires, MachineScope machines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machines);
        CheckMachines(machines, roles);
        while (true)
        {
            var issued = Issue(owner, roles, expires, machines);
            if (await store.TrySaveAsync(issued.Key, cancellationToken) is { } saved)
            {
                return issued with { Key = saved };
            }
        }
    }

    /// <summary>Makes a key if there is none at all yet.</summary>
    /// <returns>The key; none if there are keys.</returns>
    public async ValueTask<IssuedKey?> CreateFirstAsync(string owner, Roles roles, CancellationToken cancellationToken = default)
    {
        var issued = Issue(owner, roles, expires: null, MachineScope.All);
        return await store.TrySaveFirstAsync(issued.Key, cancellationToken) is { } saved ? issued with { Key = saved } : null;
    }

    /// <summary>Takes a key back, at once and for ever. One that was taken back already stays so.</summary>
    /// <exception cref="KeyRefusedException">There is no such key.</exception>
    public ValueTask<ApiKey> RevokeAsync(string id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, key => key.Revoked is null ? key with { Revoked = time.GetUtcNow() } : key, cancellationToken);

    /// <summary>Gives a key a new secret. The one it had stays good for a time of grace.</summary>
    /// <exception cref="KeyRefusedException">There is no such key, it is not active, or the time of grace makes no sense.</exception>
    public async ValueTask<IssuedKey> RotateAsync(string id, TimeSpan grace, CancellationToken cancellationToken = default)
    {
        if (grace < TimeSpan.Zero || grace > LongestGrace)
        {
            throw new KeyRefusedException(KeyRefusal.InvalidGrace, $"Expected a time of grace from 0 to {LongestGrace.TotalDays:0} days, found {grace}.");
        }

        var secret = SecretBox.NewSecret();
        var rotated = await ChangeAsync(id, key => RequireActive(key).Rotated(box.Store(id, secret), time.GetUtcNow() + grace), cancellationToken);
        return new IssuedKey(rotated, secret);
    }

    private static void CheckMachines(MachineScope machines, Roles roles)
    {
        if (machines.Patterns.Count > MachineScope.MostPatterns || machines.Patterns.FirstOrDefault(pattern => !MachineScope.IsPattern(pattern)) is not null)
        {
            throw new KeyRefusedException(
                KeyRefusal.InvalidMachines,
                $"Expected at most {MachineScope.MostPatterns} machines, each a name or an ARN of seven parts, with * for any text; found {machines.Patterns}.");
        }

        if (!machines.IsAll && roles.HasFlag(Roles.Admin))
        {
            throw new KeyRefusedException(KeyRefusal.InvalidMachines, "Expected a key for some machines to have other roles than admin: an admin makes keys for all.");
        }
    }

    private IssuedKey Issue(string owner, Roles roles, DateTimeOffset? expires, MachineScope machines)
    {
        // To the millisecond, as it is kept.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (string.IsNullOrWhiteSpace(owner) || owner.Length > LongestOwner || owner.Any(char.IsControl) || owner.Trim() != owner)
        {
            throw new KeyRefusedException(KeyRefusal.InvalidOwner, $"Expected an owner of 1 to {LongestOwner} characters, without control characters and blanks at its ends; found '{owner}'.");
        }

        if (expires <= now)
        {
            throw new KeyRefusedException(KeyRefusal.InvalidExpiry, $"Expected a time of expiry after {now:O}, found {expires:O}.");
        }

        var (id, secret) = (SecretBox.NewId(), SecretBox.NewSecret());
        return new IssuedKey(new ApiKey { Id = id, Owner = owner, Roles = roles, Machines = machines, Created = now, Expires = expires, Secret = box.Store(id, secret) }, secret);
    }

    private async ValueTask<ApiKey> ChangeAsync(string id, Func<ApiKey, ApiKey> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var key = await store.FindAsync(id, cancellationToken) ?? throw NotFound(id);
            var changed = change(key);
            if (ReferenceEquals(changed, key))
            {
                return key;
            }

            if (await store.TrySaveAsync(changed, cancellationToken) is { } saved)
            {
                return saved;
            }
        }
    }

    private static KeyRefusedException NotFound(string id) => new(KeyRefusal.NotFound, $"There is no API key '{id}'.");

    private ApiKey RequireActive(ApiKey key) => key.State(time.GetUtcNow()) is var state and not KeyState.Active
        ? throw new KeyRefusedException(KeyRefusal.NotActive, $"Expected an API key that is active, found that {key.Id} is {state.ToString().ToLowerInvariant()}.")
        : key;
}
