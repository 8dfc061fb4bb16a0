using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

/// <summary>The entities of one table.</summary>
public class TableClient
{
    private readonly TableRest rest;

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, options: null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = default)
        : this(new TableRest(StorageAccount.Of(endpoint, credential), options), tableName)
    {
    }

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, options: null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = default)
        : this(new TableRest(StorageAccount.Parse(connectionString), options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = default)
        : this(TableRest.Of(endpoint, tokenCredential, options), tableName)
    {
    }

    protected TableClient()
    {
    }

    internal TableClient(TableRest rest, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        this.rest = rest;
        Name = tableName;
    }

    public string Name { get; }

    public string AccountName => rest.Account.Name;

    public Uri Uri => new($"{rest.Account.Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{Name}");

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        Response.FromValue(new TableItem(Name), await rest.CreateTableAsync(Name, cancellationToken).ConfigureAwait(false));

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await CreateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exists) when (exists.ErrorCode == TableErrorCode.TableAlreadyExists.ToString() && exists.GetRawResponse() is { } response)
        {
            return Response.FromValue(new TableItem(Name), response);
        }
    }

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) => rest.DeleteTableAsync(Name, cancellationToken);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        return rest.InsertAsync(Name, entity, cancellationToken);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = default, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, toleratesAbsence: false, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(Read<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = default, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, toleratesAbsence: true, cancellationToken).ConfigureAwait(false);
        return response.Status == 404 ? new NoValue<T>(response) : Response.FromValue(Read<T>(response), response);
    }

    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        return rest.WriteAsync(Name, entity, mode, default, cancellationToken);
    }

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        return ifMatch == default
            ? throw new ArgumentException("Value cannot be empty.", nameof(ifMatch))
            : rest.WriteAsync(Name, entity, mode, ifMatch, cancellationToken);
    }

    public virtual Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return rest.DeleteAsync(Name, partitionKey, rowKey, ifMatch, cancellationToken);
    }

    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        CheckKeys(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = default, int? maxPerPage = default, IEnumerable<string> select = default, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var selected = select?.ToList();
        return new EntityPages<T>(
            (continuation, top) => rest.QueryAsync($"/{Name}()", filter, selected, continuation, top, EntityJson.Read<T>, cancellationToken), maxPerPage);
    }

    public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.ToList();
        return actions.Count == 0
            ? throw new InvalidOperationException("Transaction must contain at least one action.")
            : rest.SubmitAsync(Name, actions, cancellationToken);
    }

    private static void CheckKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null)
        {
            throw new ArgumentNullException(nameof(entity), "Expected an entity with both keys.");
        }
    }

    private Task<Response> GetAsync(string partitionKey, string rowKey, IEnumerable<string> select, bool toleratesAbsence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return rest.GetAsync(Name, partitionKey, rowKey, select, toleratesAbsence, cancellationToken);
    }

    private static T Read<T>(Response response)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var entity = EntityJson.Read<T>(document.RootElement);
        if (string.IsNullOrEmpty(entity.ETag.ToString()) && response.Headers.ETag is { } tag)
        {
            entity.ETag = tag;
        }

        return entity;
    }
}
