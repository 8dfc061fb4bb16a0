using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

/// <summary>The tables of an account.</summary>
public class TableServiceClient
{
    private readonly TableRest rest;

    public TableServiceClient(string connectionString)
        : this(connectionString, options: null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = default) =>
        rest = new TableRest(StorageAccount.Parse(connectionString), options);

    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, options: null)
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = default) =>
        rest = new TableRest(StorageAccount.Of(endpoint, new SignaturePolicy(credential)), options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, options: null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        rest = new TableRest(StorageAccount.Of(endpoint, credential), options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = default) =>
        rest = TableRest.Of(endpoint, tokenCredential, options);

    protected TableServiceClient()
    {
    }

    public string AccountName => rest.Account.Name;

    public Uri Uri => rest.Account.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    public virtual TableClient GetTableClient(string tableName) => new(rest, tableName);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(string filter = default, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        new EntityPages<TableItem>(
            (continuation, top) => rest.QueryAsync(
                "/Tables", filter, select: null, continuation, top, table => new TableItem(table.GetProperty("TableName").GetString()), cancellationToken),
            maxPerPage);

    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);
}
