using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>An account's blob service, and how it is spoken to.</summary>
internal sealed class BlobEndpoint
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    private BlobEndpoint(Uri service, string accountName, HttpPipelinePolicy authentication, BlobClientOptions options)
    {
        (Service, AccountName) = (service, accountName);
        version = options.Version.ToString()[1..].Replace('_', '-');
        var building = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new StorageErrorParser() };
        building.PerRetryPolicies.Add(new DatePolicy());
        building.PerRetryPolicies.Add(authentication);
        pipeline = HttpPipelineBuilder.Build(building);
    }

    public Uri Service { get; }

    public string AccountName { get; }

    public static BlobEndpoint Of(StorageConnection connection, BlobClientOptions options) =>
        new(connection.BlobEndpoint, connection.AccountName, new SharedKeyPolicy(connection.AccountName, connection.AccountKey), options);

    /// <summary>A service that is shown a token.</summary>
    /// <exception cref="ArgumentException">The token would be sent in clear.</exception>
    public static BlobEndpoint Of(Uri service, TokenCredential credential, BlobClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(credential);
        return service.Scheme == Uri.UriSchemeHttps
            ? new BlobEndpoint(service, service.Host.Split('.')[0], new BearerTokenAuthenticationPolicy(credential, Scope), options)
            : throw new ArgumentException($"Expected an address that begins with https, since a token is sent to it; found '{service}'.", nameof(service));
    }

    /// <summary>The address of a container, or of a blob in it.</summary>
    public Uri UriOf(string container, string? blob = null)
    {
        var path = $"{Service.AbsolutePath.TrimEnd('/')}/{container}";
        return new Uri(Service, blob is null ? path : $"{path}/{string.Join('/', blob.Split('/').Select(Uri.EscapeDataString))}");
    }

    public HttpMessage Message(RequestMethod method, Uri uri, string? query)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        message.Request.Uri.Query = query ?? "";
        message.Request.Headers.Add("x-ms-version", version);
        return message;
    }

    /// <summary>Sends a message whose answer has one of a few statuses.</summary>
    /// <exception cref="RequestFailedException">It has another.</exception>
    public async ValueTask SendAsync(HttpMessage message, int[] expected, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);
        if (!expected.Contains(message.Response.Status))
        {
            throw new RequestFailedException(message.Response);
        }
    }

    /// <summary>Sends a message that may be refused with one of a few errors.</summary>
    /// <returns>Whether it was not.</returns>
    /// <exception cref="RequestFailedException">It was refused with another.</exception>
    public async ValueTask<bool> SendAsync(HttpMessage message, int expected, string[] refusals, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);
        if (message.Response.Status == expected)
        {
            return true;
        }

        return message.Response.Headers.TryGetValue(StorageErrorParser.CodeHeader, out var code) && refusals.Contains(code)
            ? false
            : throw new RequestFailedException(message.Response);
    }
}
