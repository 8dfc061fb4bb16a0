using Azure.Data.Tables;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>API keys in the table <c>apikeys</c>.</summary>
/// <remarks>
/// What another instance has changed is not told to this one: <see cref="Revision"/> is therefore another number every few seconds, so that a key that is
/// taken back opens nothing anywhere after <see cref="Freshness"/>. All keys are in one partition with an entity that says that there are some, so that the
/// first one is made once.
/// </remarks>
internal sealed class TableApiKeyStore(EntityTables tables, TimeProvider time) : IApiKeyStore
{
    /// <summary>How long an instance may go by what it has read.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private const string Some = "some";

    /// <summary>More than an instance can change in <see cref="Freshness"/>.</summary>
    private const long Changes = 1_000_000;

    private readonly EntityTable table = tables[TableNames.ApiKeys];
    private long changed;

    /// <inheritdoc/>
    public async ValueTask<ApiKey?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await FindEntityAsync(id, cancellationToken) is { } entity ? ApiKeyEntity.Read(entity) : null;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ApiKeyEntity.Partition} and RowKey lt {Some}");
        var keys = await table.QueryAsync(filter, cancellationToken: cancellationToken).Select(ApiKeyEntity.Read).ToListAsync(cancellationToken);
        return [.. keys.OrderBy(key => key.Created).ThenBy(key => key.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask<ApiKey?> TrySaveAsync(ApiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            return key.Version == 0
                ? await TryAddAsync(key, TableTransactionActionType.UpsertReplace, cancellationToken)
                : await TryReplaceAsync(key, cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref changed);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ApiKey?> TrySaveFirstAsync(ApiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            return await TryAddAsync(key with { Version = 0 }, TableTransactionActionType.Add, cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref changed);
        }
    }

    /// <inheritdoc/>
    public async ValueTask NoteUseAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; await FindEntityAsync(id, cancellationToken) is { } entity; attempt++)
        {
            var key = ApiKeyEntity.Read(entity);
            if (key.LastUsed >= at || await table.TryReplaceAsync(ApiKeyEntity.Write(key with { LastUsed = at }), entity.ETag, cancellationToken) is not null)
            {
                return;
            }

            await Contention.PauseAsync(attempt, $"The API key {id}", cancellationToken);
        }
    }

    /// <inheritdoc/>
    public long Revision() => (time.GetUtcNow().UtcTicks / Freshness.Ticks * Changes) + (Interlocked.Read(ref changed) % Changes);

    private ValueTask<TableEntity?> FindEntityAsync(string id, CancellationToken cancellationToken) =>
        table.FindAsync(ApiKeyEntity.Partition, ApiKeyEntity.KeyOf(id), cancellationToken: cancellationToken);

    /// <summary>Adds a key, if there is none of this id.</summary>
    /// <param name="key">The key.</param>
    /// <param name="someKeys">What becomes of the entity that says that there are keys.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    private async ValueTask<ApiKey?> TryAddAsync(ApiKey key, TableTransactionActionType someKeys, CancellationToken cancellationToken)
    {
        var saved = key with { Version = 1 };
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, ApiKeyEntity.Write(saved)),
            new(someKeys, new TableEntity(ApiKeyEntity.Partition, Some)),
        ];
        return await table.TrySubmitAsync(actions, cancellationToken) is null ? saved : null;
    }

    private async ValueTask<ApiKey?> TryReplaceAsync(ApiKey key, CancellationToken cancellationToken)
    {
        // That it was used is no change; it only makes it another version of the entity.
        for (var attempt = 1; await FindEntityAsync(key.Id, cancellationToken) is { } entity && ApiKeyEntity.Read(entity) is var kept && kept.Version == key.Version; attempt++)
        {
            var saved = key with { Version = key.Version + 1, LastUsed = Later(key.LastUsed, kept.LastUsed) };
            if (await table.TryReplaceAsync(ApiKeyEntity.Write(saved), entity.ETag, cancellationToken) is not null)
            {
                return saved;
            }

            await Contention.PauseAsync(attempt, $"The API key {key.Id}", cancellationToken);
        }

        return null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
