using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>API keys, for as long as the process lives.</summary>
public sealed class InMemoryApiKeyStore : IApiKeyStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ApiKey> keys = [];
    private long revision;

    /// <inheritdoc/>
    public ValueTask<ApiKey?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(keys.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ApiKey>>([.. keys.Values.OrderBy(key => key.Created).ThenBy(key => key.Id, StringComparer.Ordinal)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ApiKey?> TrySaveAsync(ApiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (gate)
        {
            return ValueTask.FromResult((keys.GetValueOrDefault(key.Id)?.Version ?? 0) == key.Version ? Save(key) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ApiKey?> TrySaveFirstAsync(ApiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (gate)
        {
            return ValueTask.FromResult(keys.Count == 0 ? Save(key) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask NoteUseAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (keys.TryGetValue(id, out var key) && !(key.LastUsed >= at))
            {
                keys[id] = key with { LastUsed = at };
                revision++;
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public long Revision()
    {
        lock (gate)
        {
            return revision;
        }
    }

    private ApiKey Save(ApiKey key)
    {
        revision++;
        return keys[key.Id] = key with { Version = key.Version + 1 };
    }
}
