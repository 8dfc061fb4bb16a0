using System.Net;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Access;

public class SignatureTests
{
    private const string Body = """{"maxResults":1}""";

    [Fact]
    public async Task A_client_of_AWS_gets_in_with_its_signature() => Assert.Equal((HttpStatusCode.OK, ""), await SendAsync());

    [Fact]
    public async Task A_wrong_secret_is_turned_away() => Assert.Equal(
        (HttpStatusCode.Forbidden, "InvalidSignatureException"), await SendAsync(signer => signer with { Secret = new string('A', 40) }));

    [Fact]
    public async Task An_unknown_key_is_turned_away() => Assert.Equal(
        (HttpStatusCode.Forbidden, "UnrecognizedClientException"), await SendAsync(signer => signer with { Id = "TOAK0000000000000000" }));

    [Theory]
    [InlineData(-301, "InvalidSignatureException")]
    [InlineData(-299, "")]
    [InlineData(299, "")]
    [InlineData(301, "InvalidSignatureException")]
    public async Task A_clock_may_be_off_by_five_minutes(int seconds, string error) =>
        Assert.Equal(error, (await SendAsync(signer => signer with { Time = signer.Time.AddSeconds(seconds) })).Error);

    [Fact]
    public async Task A_signature_for_another_service_is_turned_away() =>
        Assert.Equal("InvalidSignatureException", (await SendAsync(signer => signer with { Service = "s3" })).Error);

    [Fact]
    public async Task A_body_that_was_changed_is_turned_away() =>
        Assert.Equal("InvalidSignatureException", (await SendAsync(change: request => request.Content = new StringContent("""{"maxResults":2}"""))).Error);

    [Fact]
    public async Task Another_action_than_the_signed_one_is_turned_away() => Assert.Equal(
        "InvalidSignatureException",
        (await SendAsync(change: request =>
        {
            request.Headers.Remove("X-Amz-Target");
            request.Headers.Add("X-Amz-Target", "AWSStepFunctions.DeleteStateMachine");
        })).Error);

    [Fact]
    public async Task A_header_of_AWS_that_was_added_is_turned_away() =>
        Assert.Equal("InvalidSignatureException", (await SendAsync(change: request => request.Headers.Add("X-Amz-Extra", "1"))).Error);

    [Fact]
    public async Task The_Step_Functions_API_wants_its_body_signed() => Assert.Equal(
        "InvalidSignatureException",
        (await SendAsync(payload: "UNSIGNED-PAYLOAD", before: request => request.Headers.Add("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"))).Error);

    [Fact]
    public async Task An_announced_hash_must_be_that_of_the_body()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.None);

        Assert.Equal((HttpStatusCode.OK, "ada 3000000"), await EchoAsync(server, key, AwsSigner.Hash(new string('a', 3_000_000)), new string('a', 3_000_000)));
        Assert.Equal(HttpStatusCode.BadRequest, (await EchoAsync(server, key, AwsSigner.Hash(new string('a', 3_000_000)), new string('b', 3_000_000))).Status);
        Assert.Equal((HttpStatusCode.OK, "ada 5"), await EchoAsync(server, key, "UNSIGNED-PAYLOAD", "hello"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await EchoAsync(server, key, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "hello")).Status);
    }

    [Fact]
    public async Task A_presigned_address_is_good_for_its_time()
    {
        await using var server = await GuardedServer.StartAsync();
        var signer = AwsSigner.Of(await server.KeyOfAsync("ada", Roles.Admin), server.Time.Now) with { Service = "execute-api" };
        var address = signer.Presign("GET", "/api/v1/audit", "limit=5", server.Host, 600);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Get, address.Replace("limit=5", "limit=6", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Delete, address));
        server.Time.Now += TimeSpan.FromSeconds(601);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Get, signer.Presign("GET", "/api/v1/audit", "", server.Host, 604_801)));
    }

    private static async Task<(HttpStatusCode Status, string Error)> SendAsync(
        Func<AwsSigner, AwsSigner>? with = null, Action<HttpRequestMessage>? change = null, string? payload = null, Action<HttpRequestMessage>? before = null)
    {
        await using var server = await GuardedServer.StartAsync();
        var signer = AwsSigner.Of(await server.KeyOfAsync("ada", Roles.Viewer), server.Time.Now);
        using var answer = await server.SendAsync(HttpMethod.Post, "/", with: request =>
        {
            request.Content = new StringContent(Body);
            request.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListStateMachines");
            before?.Invoke(request);
            (with?.Invoke(signer) ?? signer).Sign(request, server.Host, payload ?? AwsSigner.Hash(Body));
            change?.Invoke(request);
        });
        var body = (StatesLanguage.Values.JsonObject)(await ApiAnswer.ReadAsync(answer)).Body;
        return (answer.StatusCode, (body["__type"] as StatesLanguage.Values.JsonString)?.Value ?? "");
    }

    private static async Task<(HttpStatusCode Status, string Text)> EchoAsync(GuardedServer server, string key, string announced, string body)
    {
        using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1/echo", with: request =>
        {
            request.Content = new StringContent(body);
            request.Headers.Add("X-Amz-Content-Sha256", announced);
            (AwsSigner.Of(key, server.Time.Now) with { Service = "execute-api" }).Sign(request, server.Host, announced);
        });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> StatusAsync(GuardedServer server, HttpMethod method, string address)
    {
        using var answer = await server.SendAsync(method, address);
        return answer.StatusCode;
    }
}
