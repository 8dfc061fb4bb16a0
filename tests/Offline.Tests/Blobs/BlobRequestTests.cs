using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace TaskOrchestration.Offline.Tests.Blobs;

/// <summary>Requests as they go over the wire, seen by a handler that answers in the service's place.</summary>
public sealed class BlobRequestTests
{
    private readonly List<HttpRequestMessage> sent = [];

    [Fact]
    public async Task Shows_a_token_to_the_account_it_is_for()
    {
        var service = new BlobServiceClient(new Uri("https://acme.blob.core.windows.net"), new FixedToken(), Options(_ => new HttpResponseMessage(HttpStatusCode.OK)));

        await service.GetBlobContainerClient("files").GetBlobClient("a/b").ExistsAsync();

        var request = Assert.Single(sent);
        Assert.Equal("Bearer token for https://storage.azure.com/.default", request.Headers.Authorization!.ToString());
        Assert.Equal("https://acme.blob.core.windows.net/files/a/b", request.RequestUri!.AbsoluteUri);
        Assert.Equal(["2024-08-04"], request.Headers.GetValues("x-ms-version"));
        Assert.Equal("acme", service.AccountName);
    }

    [Fact]
    public void Shows_no_token_in_clear() =>
        Assert.Throws<ArgumentException>(() => new BlobServiceClient(new Uri("http://acme.blob.core.windows.net"), new FixedToken()));

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=a;AccountKey")]
    [InlineData("AccountName=a;BlobEndpoint=http://localhost/a")]
    public void Says_what_is_wrong_with_a_connection_string(string text) => Assert.ThrowsAny<Exception>(() => new BlobServiceClient(text));

    [Fact]
    public void Knows_where_the_account_of_a_connection_string_is()
    {
        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1", new BlobServiceClient("UseDevelopmentStorage=true").Uri.ToString());
        Assert.Equal(
            "https://acme.blob.core.windows.net/",
            new BlobServiceClient("DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=a2V5;EndpointSuffix=core.windows.net").Uri.ToString());
    }

    [Fact]
    public async Task Tries_again_when_the_service_is_busy()
    {
        var container = new BlobServiceClient("AccountName=acme;AccountKey=a2V5", Options(
            number => number < 3 ? Busy() : new HttpResponseMessage(HttpStatusCode.Created))).GetBlobContainerClient("files");

        await container.GetBlobClient("a").UploadAsync(BinaryData.FromString("content"), new BlobUploadOptions());

        Assert.Equal(["content", "content", "content"], await Task.WhenAll(sent.Select(request => request.Content!.ReadAsStringAsync())));
    }

    [Fact]
    public async Task Says_what_the_service_says_is_wrong_in_the_end()
    {
        var container = new BlobServiceClient("AccountName=acme;AccountKey=a2V5", Options(_ => Busy())).GetBlobContainerClient("files");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => container.GetBlobClient("a").GetPropertiesAsync());

        Assert.Equal((503, "ServerBusy"), (refused.Status, refused.ErrorCode));
        Assert.Contains("Ingress is over the account limit.", refused.Message, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Busy() => new(HttpStatusCode.ServiceUnavailable)
    {
        Content = new StringContent("<?xml version=\"1.0\"?><Error><Code>ServerBusy</Code><Message>Ingress is over the account limit.</Message></Error>"),
    };

    private BlobClientOptions Options(Func<int, HttpResponseMessage> answer)
    {
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_08_04) { Transport = new HttpClientTransport(new HttpClient(new Handler(sent, answer))) };
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    private sealed class Handler(List<HttpRequestMessage> sent, Func<int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri);
            foreach (var (name, values) in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(name, values);
            }

            copy.Content = request.Content is null ? null : new StringContent(await request.Content.ReadAsStringAsync(cancellationToken));
            sent.Add(copy);
            return answer(sent.Count);
        }
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token for {string.Join(' ', requestContext.Scopes)}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
