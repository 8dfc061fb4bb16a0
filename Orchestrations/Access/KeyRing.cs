using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>The keys as a server has them at hand: read once, and again when any process has changed one.</summary>
public sealed class KeyRing(IApiKeyStore store, SecretBox box, TimeProvider time, ILogger<KeyRing> log)
{
    private static readonly TimeSpan UseInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ApiKey> lent = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> uses = [];
    private readonly ConditionalWeakTable<StoredSecret, string> opened = [];
    private Snapshot known = new(long.MinValue, []);

    /// <summary>A key that is kept nowhere and is gone with the process: for whoever is in it.</summary>
    public IssuedKey Lend(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var (id, secret) = (SecretBox.NewId(), SecretBox.NewSecret());
        lent[id] = new ApiKey { Id = id, Owner = caller.Name, Roles = caller.Roles, Created = time.GetUtcNow(), Secret = box.Store(id, secret) };
        return new IssuedKey(lent[id], secret);
    }

    /// <summary>Who calls with this id and secret; none if they open nothing.</summary>
    public async ValueTask<Caller?> OpenAsync(string id, string secret, CancellationToken cancellationToken = default) =>
        await FindAsync(id, cancellationToken) is { } key && key.Secrets(time.GetUtcNow()).Any(kept => SecretBox.Matches(id, secret, kept))
            ? Used(key)
            : null;

    /// <summary>Who calls with this id, if one of its secrets passes a check; none if there is no such key or none passes.</summary>
    public async ValueTask<Caller?> OpenAsync(string id, Func<string, bool> check, CancellationToken cancellationToken = default) =>
        await FindAsync(id, cancellationToken) is { } key && key.Secrets(time.GetUtcNow()).Any(kept => check(Opened(id, kept)))
            ? Used(key)
            : null;

    /// <summary>Whether there is an active key of this id.</summary>
    public async ValueTask<bool> KnowsAsync(string id, CancellationToken cancellationToken = default) =>
        await FindAsync(id, cancellationToken) is { } key && key.State(time.GetUtcNow()) == KeyState.Active;

    private async ValueTask<ApiKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!KeyForm.IsId(id))
        {
            return null;
        }

        if (lent.TryGetValue(id, out var own))
        {
            return own;
        }

        var current = Current();
        if (!current.Keys.TryGetValue(id, out var key))
        {
            key = await store.FindAsync(id, cancellationToken);
            if (key is not null)
            {
                current.Keys[id] = key;
            }
        }

        return key;
    }

    /// <summary>The secret in clear, which is decrypted once for as long as its key is at hand.</summary>
    private string Opened(string id, StoredSecret kept) => opened.GetValue(kept, secret => box.Open(id, secret));

    // The revision is read before the keys: what is read afterwards is at least as new, so nothing older is ever remembered under it.
    private Snapshot Current()
    {
        var revision = store.Revision();
        var current = Volatile.Read(ref known);
        if (current.Revision != revision)
        {
            current = new Snapshot(revision, []);
            Volatile.Write(ref known, current);
        }

        return current;
    }

    private Caller Used(ApiKey key)
    {
        var now = time.GetUtcNow();
        if (!lent.ContainsKey(key.Id) && (!uses.TryGetValue(key.Id, out var last) || now - last >= UseInterval))
        {
            uses[key.Id] = now;
            _ = NoteUseAsync(key.Id, now);
        }

        return key.Caller;
    }

    private async Task NoteUseAsync(string id, DateTimeOffset at)
    {
        await Task.Yield();
        try
        {
            await store.NoteUseAsync(id, at);
        }
#pragma warning disable CA1031 // That it was used is worth a note, not a refused request.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "That the API key {Key} was used could not be noted", id);
        }
    }

    private sealed record Snapshot(long Revision, ConcurrentDictionary<string, ApiKey> Keys);
}
