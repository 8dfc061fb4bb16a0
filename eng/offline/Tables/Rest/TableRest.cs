using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Rest;

/// <summary>The requests of the Table service.</summary>
/// <seealso href="https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api">Table service REST API</seealso>
internal sealed class TableRest
{
    private const string Format = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    public TableRest(StorageAccount account, TableClientOptions options)
    {
        options ??= new TableClientOptions();
        Account = account;
        version = options.VersionText;
        var settings = new HttpPipelineOptions(options) { RequestFailedDetailsParser = ErrorParser.Instance };
        if (account.Authentication is not null)
        {
            settings.PerRetryPolicies.Add(account.Authentication);
        }

        pipeline = HttpPipelineBuilder.Build(settings);
    }

    public StorageAccount Account { get; }

    public static TableRest Of(Uri endpoint, TokenCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var scope = (options?.Audience ?? TableAudience.AzurePublicCloud).Scope;
        return new TableRest(StorageAccount.Of(endpoint, new BearerTokenAuthenticationPolicy(credential, scope)), options);
    }

    public Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken)
    {
        var message = Message(RequestMethod.Post, "/Tables", cancellationToken);
        message.Request.Headers.Add("Prefer", "return-no-content");
        Fill(message.Request, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table }));
        return SendAsync(message, cancellationToken);
    }

    public Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken) =>
        SendAsync(Message(RequestMethod.Delete, $"/Tables('{Key(table)}')", cancellationToken), cancellationToken, toleratesAbsence: true);

    public Task<Response> InsertAsync(string table, ITableEntity entity, CancellationToken cancellationToken) =>
        SendAsync(Insert(table, entity, cancellationToken), cancellationToken);

    public Task<Response> WriteAsync(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch, CancellationToken cancellationToken) =>
        SendAsync(Write(table, entity, mode, ifMatch, cancellationToken), cancellationToken);

    public Task<Response> DeleteAsync(string table, string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken) =>
        SendAsync(Delete(table, partitionKey, rowKey, ifMatch, cancellationToken), cancellationToken, toleratesAbsence: true);

    public Task<Response> GetAsync(
        string table, string partitionKey, string rowKey, IEnumerable<string> select, bool toleratesAbsence, CancellationToken cancellationToken)
    {
        var message = Message(RequestMethod.Get, EntityPath(table, partitionKey, rowKey), cancellationToken);
        AppendQuery(message, "$select", select is null ? null : string.Join(',', select));
        return SendAsync(message, cancellationToken, toleratesAbsence);
    }

    public async Task<Page<T>> QueryAsync<T>(
        string resource, string filter, IEnumerable<string> select, string continuationToken, int? top, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var message = Message(RequestMethod.Get, resource, cancellationToken);
        AppendQuery(message, "$top", top?.ToString(CultureInfo.InvariantCulture));
        AppendQuery(message, "$select", select is null ? null : string.Join(',', select));
        AppendQuery(message, "$filter", string.IsNullOrEmpty(filter) ? null : filter);
        var next = continuationToken?.Split(' ', 2) ?? [];
        AppendQuery(message, resource == "/Tables" ? "NextTableName" : "NextPartitionKey", next.ElementAtOrDefault(0));
        AppendQuery(message, "NextRowKey", next.ElementAtOrDefault(1) is { Length: > 0 } row ? row : null);
        var response = await SendAsync(message, cancellationToken).ConfigureAwait(false);
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var values = document.RootElement.GetProperty("value").EnumerateArray().Select(read).ToList();
        return Page<T>.FromValues(values, Continuation(response), response);
    }

    public async Task<Response<IReadOnlyList<Response>>> SubmitAsync(
        string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var message = Message(RequestMethod.Post, "/$batch", cancellationToken);
        message.Request.Uri.Query = "";
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary={batch}");
        message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(Batch(batch, table, actions)));
        var response = await SendAsync(message, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Response> parts = PartResponse.All(response.Content);
        if (parts is [{ Status: >= 400 } failed])
        {
            var failure = new RequestFailedException(failed, innerException: null, ErrorParser.Instance);
            throw failure.Data.Contains(TableTransactionFailedException.FailedActionKey) ? new TableTransactionFailedException(failure) : failure;
        }

        return Response.FromValue(parts, response);
    }

    private HttpMessage Insert(string table, ITableEntity entity, CancellationToken cancellationToken)
    {
        var message = Message(RequestMethod.Post, $"/{table}", cancellationToken);
        message.Request.Headers.Add("Prefer", "return-no-content");
        Fill(message.Request, EntityJson.Write(entity));
        return message;
    }

    private HttpMessage Write(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch, CancellationToken cancellationToken)
    {
        var method = mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;
        var message = Message(method, EntityPath(table, entity.PartitionKey, entity.RowKey), cancellationToken);
        if (ifMatch != default)
        {
            message.Request.Headers.Add("If-Match", ifMatch.ToString());
        }

        Fill(message.Request, EntityJson.Write(entity));
        return message;
    }

    private HttpMessage Delete(string table, string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken)
    {
        var message = Message(RequestMethod.Delete, EntityPath(table, partitionKey, rowKey), cancellationToken);
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return message;
    }

    private string Batch(string batch, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        var changeSet = $"changeset_{Guid.NewGuid()}";
        var text = new StringBuilder($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeSet}\r\n\r\n");
        foreach (var action in actions)
        {
            text.Append($"--{changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            using var message = Part(table, action);
            Append(text, message.Request);
        }

        return text.Append($"--{changeSet}--\r\n--{batch}--\r\n").ToString();
    }

    private HttpMessage Part(string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => Insert(table, action.Entity, default),
        TableTransactionActionType.Delete => Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag, default),
        TableTransactionActionType.UpdateMerge => Write(table, action.Entity, TableUpdateMode.Merge, action.ETag, default),
        TableTransactionActionType.UpdateReplace => Write(table, action.Entity, TableUpdateMode.Replace, action.ETag, default),
        TableTransactionActionType.UpsertMerge => Write(table, action.Entity, TableUpdateMode.Merge, default, default),
        TableTransactionActionType.UpsertReplace => Write(table, action.Entity, TableUpdateMode.Replace, default, default),
        _ => throw new InvalidOperationException("Unknown request type."),
    };

    private static void Append(StringBuilder text, Request request)
    {
        text.Append($"{request.Method} {request.Uri.ToUri().AbsoluteUri} HTTP/1.1\r\n");
        foreach (var header in request.Headers)
        {
            text.Append($"{header.Name}: {header.Value}\r\n");
        }

        text.Append("\r\n");
        if (request.Content is not null)
        {
            using var body = new MemoryStream();
            request.Content.WriteTo(body, CancellationToken.None);
            text.Append(Encoding.UTF8.GetString(body.ToArray()));
        }

        text.Append("\r\n");
    }

    private HttpMessage Message(RequestMethod method, string path, CancellationToken cancellationToken)
    {
        var message = pipeline.CreateMessage(new RequestContext { CancellationToken = cancellationToken });
        message.Request.Method = method;
        message.Request.Uri.Reset(Account.Endpoint);
        message.Request.Uri.AppendPath(Account.Endpoint.AbsolutePath.EndsWith('/') ? path[1..] : path, escape: false);
        message.Request.Uri.AppendQuery("$format", Format);
        message.Request.Headers.Add("x-ms-version", version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", Format);
        return message;
    }

    private static void AppendQuery(HttpMessage message, string name, string value)
    {
        if (value is not null)
        {
            message.Request.Uri.AppendQuery(name, value);
        }
    }

    private static void Fill(Request request, ReadOnlyMemory<byte> json)
    {
        request.Headers.SetValue("Content-Type", "application/json");
        request.Content = RequestContent.Create(json);
    }

    private async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, bool toleratesAbsence = false)
    {
        using (message)
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            var response = message.Response;
            return response.Status is >= 200 and < 300 || (toleratesAbsence && response.Status == 404) ? response : throw new RequestFailedException(response);
        }
    }

    private static string Continuation(Response response)
    {
        if (response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var table))
        {
            return table;
        }

        var hasRow = response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition) || hasRow ? $"{partition} {row}" : null;
    }

    private static string EntityPath(string table, string partitionKey, string rowKey) => $"/{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
