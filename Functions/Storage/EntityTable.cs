using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Functions.Storage;

/// <summary>A table, as the stores use it.</summary>
/// <remarks>
/// Conditions that are not met are answers here, not exceptions. What storage could not do for the moment is a <see cref="TransientFailureException"/>; whether it was
/// done nevertheless is then unknown. Every write carries a mark of its own: when a request had to be sent again because its answer got lost, and is then
/// refused because of what it did itself the first time, the mark tells, and the write counts as done. The table is made when it turns out to be missing.
/// </remarks>
public sealed class EntityTable(TableClient client)
{
    /// <summary>The most actions of one transaction.</summary>
    public const int MostActions = 100;

    private const string Mark = "Mark";

    /// <summary>An entity; none if there is none.</summary>
    public async ValueTask<TableEntity?> FindAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var found = await client.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, select, cancellationToken);
            return found.HasValue ? found.Value : null;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
        catch (Exception e) when (StorageFailure.IsPassing(e, cancellationToken))
        {
            throw StorageFailure.AsTransient(e);
        }
    }

    /// <summary>Adds an entity.</summary>
    /// <returns>Its version; none if there is one under its keys already.</returns>
    public async ValueTask<ETag?> TryAddAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        await TryWriteAsync(entity, () => client.AddEntityAsync(entity, cancellationToken), cancellationToken);

    /// <summary>Replaces an entity if it is of this version.</summary>
    /// <returns>Its new version; none if it is of another, or not there.</returns>
    public async ValueTask<ETag?> TryReplaceAsync(TableEntity entity, ETag version, CancellationToken cancellationToken = default) =>
        await TryWriteAsync(entity, () => client.UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancellationToken), cancellationToken);

    /// <summary>Puts an entity in place of whatever is under its keys.</summary>
    public async ValueTask<ETag> PutAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        await TryWriteAsync(entity, () => client.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken), cancellationToken)
        ?? throw new TransientFailureException($"The records cannot be reached: '{client.Name}' refuses what has no condition.");

    /// <summary>Deletes an entity, of this version or of any.</summary>
    /// <returns>Whether it is gone; not if it is of another version.</returns>
    public async ValueTask<bool> TryDeleteAsync(
        string partitionKey, string rowKey, ETag version = default, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.DeleteEntityAsync(partitionKey, rowKey, version, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return e.Status == 404;
        }
        catch (Exception e) when (StorageFailure.IsPassing(e, cancellationToken))
        {
            throw StorageFailure.AsTransient(e);
        }
    }

    /// <summary>Does all of these, in one partition, or nothing.</summary>
    /// <param name="actions">At most <see cref="MostActions"/>, each on another entity of the same partition.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// None if all was done. Otherwise the place among the actions of the first whose condition was not met.
    /// </returns>
    public async ValueTask<int?> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken = default)
    {
        Check(actions);
        foreach (var action in actions)
        {
            SetMark(action.Entity);
        }

        using var meter = StorageMeter.Begin();
        try
        {
            await MadeAsync(() => client.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
            return null;
        }
        catch (RequestFailedException e) when (StorageFailure.IsConflict(e))
        {
            return meter.Tables > 1 && await IsDoneAsync(actions, cancellationToken) ? null : (e as TableTransactionFailedException)?.FailedTransactionActionIndex ?? 0;
        }
        catch (Exception e) when (StorageFailure.IsPassing(e, cancellationToken))
        {
            throw StorageFailure.AsTransient(e);
        }
    }

    /// <summary>All entities that a filter lets through, in the order of their keys.</summary>
    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string filter, IEnumerable<string>? select = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? continuation = null;
        do
        {
            var page = await PageAsync(filter, size: null, continuation, select, cancellationToken);
            foreach (var entity in page.Entities)
            {
                yield return entity;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    /// <summary>A page of the entities that a filter lets through, in the order of their keys.</summary>
    /// <param name="filter">Made by <see cref="TableClient.CreateQueryFilter(FormattableString)"/>.</param>
    /// <param name="size">At most so many; 1000 is the most there are in a page.</param>
    /// <param name="continuation">Where the page before left off.</param>
    /// <param name="select">The properties that are wanted, keys included; none for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<EntityPage> PageAsync(
        string filter, int? size, string? continuation = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var pages = client.QueryAsync<TableEntity>(filter, size, select, cancellationToken).AsPages(string.IsNullOrEmpty(continuation) ? null : continuation, size);
            await foreach (var page in pages.WithCancellation(cancellationToken))
            {
                return new EntityPage(page.Values, page.ContinuationToken);
            }

            return new EntityPage([], Continuation: null);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new EntityPage([], Continuation: null);
        }
        catch (Exception e) when (StorageFailure.IsPassing(e, cancellationToken))
        {
            throw StorageFailure.AsTransient(e);
        }
    }

    private async ValueTask<ETag?> TryWriteAsync(TableEntity entity, Func<Task<Response>> write, CancellationToken cancellationToken)
    {
        var mark = SetMark(entity);
        using var meter = StorageMeter.Begin();
        try
        {
            return (await MadeAsync(write, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException e) when (StorageFailure.IsConflict(e))
        {
            var kept = meter.Tables > 1 ? await FindAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken) : null;
            return kept?.GetInt64(Mark) == mark ? kept!.ETag : null;
        }
        catch (Exception e) when (StorageFailure.IsPassing(e, cancellationToken))
        {
            throw StorageFailure.AsTransient(e);
        }
    }

    private async Task<T> MadeAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException e) when (e is { Status: 404, ErrorCode: "TableNotFound" })
        {
            await client.CreateIfNotExistsAsync(cancellationToken);
            return await write();
        }
    }

    /// <summary>Whether a transaction was carried out already, by the mark of something that it wrote.</summary>
    private async ValueTask<bool> IsDoneAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var written = actions.FirstOrDefault(action => action.ActionType != TableTransactionActionType.Delete)?.Entity;
        return written is TableEntity entity
            && (await FindAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken))?.GetInt64(Mark) == entity.GetInt64(Mark);
    }

    private static long SetMark(ITableEntity entity)
    {
        var mark = Random.Shared.NextInt64();
        ((TableEntity)entity)[Mark] = mark;
        return mark;
    }

    private static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (actions.Count is 0 or > MostActions
            || actions.DistinctBy(action => action.Entity.PartitionKey).Count() != 1
            || actions.DistinctBy(action => action.Entity.RowKey).Count() != actions.Count)
        {
            throw new ArgumentException($"Expected 1 to {MostActions} actions on as many entities of one partition, found {actions.Count}.", nameof(actions));
        }
    }
}
