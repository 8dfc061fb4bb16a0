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
        server.Time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.BadRequest, (await EchoAsync(server, key, AwsSigner.Hash(new string('a', 3_000_000)), new string('b', 3_000_000))).Status);
        Assert.Equal((HttpStatusCode.OK, "ada 5"), await EchoAsync(server, key, "UNSIGNED-PAYLOAD", "hello"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await EchoAsync(server, key, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "hello")).Status);
    }

    [Fact]
    public async Task A_token_of_a_session_does_not_go_with_a_key() => Assert.Equal(
        (HttpStatusCode.Forbidden, "UnrecognizedClientException"), await SendAsync(before: request => request.Headers.Add("X-Amz-Security-Token", "FwoGZXIvYXdzEXAMPLE")));

    [Theory]
    [InlineData("execute-api", "/api/v1//echo/a")]
    [InlineData("execute-api", "/api/v1/echo//a")]
    public async Task A_path_that_can_be_read_in_two_ways_is_not_signed(string service, string path)
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.None);

        using var answer = await server.SendAsync(HttpMethod.Get, path, with: request => (AwsSigner.Of(key, server.Time.Now) with { Service = service }).Sign(request, server.Host, AwsSigner.Hash("")));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_plus_sign_is_signed_as_the_blank_that_it_is()
    {
        await using var server = await GuardedServer.StartAsync();
        var signer = AwsSigner.Of(await server.KeyOfAsync("ada", Roles.Admin), server.Time.Now) with { Service = "execute-api" };
        var address = signer.Presign("GET", "/api/v1/audit", "who=a%2Bb", server.Host, 600);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Get, address.Replace("a%2Bb", "a+b", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_signature_is_good_for_one_change_of_the_REST_API()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.Operator);

        Assert.Equal([200, 401, 200], await ChangeAsync(server, key, (0, null), (0, null), (1, null)));
        Assert.Equal([200, 200], await ChangeAsync(server, key, (2, "once"), (2, "once")));
    }

    [Fact]
    public async Task A_signature_of_an_address_that_changes_something_is_good_once()
    {
        await using var server = await GuardedServer.StartAsync();
        var signer = AwsSigner.Of(await server.KeyOfAsync("ada", Roles.Operator), server.Time.Now) with { Service = "execute-api" };
        var address = signer.Presign("DELETE", "/api/v1/operate", "", server.Host, 604_800);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, HttpMethod.Delete, address));
        server.Time.Now += TimeSpan.FromDays(6);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, HttpMethod.Delete, address));
    }

    [Fact]
    public async Task Two_calls_of_the_Step_Functions_API_that_are_alike_both_count()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.Viewer);

        for (var i = 0; i < 2; i++)
        {
            using var answer = await server.SendAsync(HttpMethod.Post, "/", with: request =>
            {
                request.Content = new StringContent(Body);
                request.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListStateMachines");
                AwsSigner.Of(key, server.Time.Now).Sign(request, server.Host, AwsSigner.Hash(Body));
            });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_secret_is_replaced_while_the_server_runs()
    {
        await using var server = await GuardedServer.StartAsync();
        var issued = await server.Keys.CreateAsync("ada", Roles.None);
        string Shown(string secret) => $"{issued.Key.Id}.{secret}";
        Assert.Equal(HttpStatusCode.OK, await SignedAsync(server, Shown(issued.Secret)));

        var rotated = await server.Keys.RotateAsync(issued.Key.Id, TimeSpan.FromMinutes(10));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await SignedAsync(server, Shown(issued.Secret)), await SignedAsync(server, Shown(rotated.Secret))));
        server.Time.Now += TimeSpan.FromMinutes(10);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await SignedAsync(server, Shown(issued.Secret)), await SignedAsync(server, Shown(rotated.Secret))));
        await server.Keys.RevokeAsync(issued.Key.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignedAsync(server, Shown(rotated.Secret)));
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

    /// <summary>The statuses of signed changes, each of a second after the beginning and under an idempotency key.</summary>
    private static async Task<List<int>> ChangeAsync(GuardedServer server, string key, params (int Second, string? IdempotencyKey)[] changes)
    {
        var statuses = new List<int>();
        foreach (var (second, idempotencyKey) in changes)
        {
            using var answer = await server.SendAsync(HttpMethod.Delete, "/api/v1/operate", with: request =>
            {
                if (idempotencyKey is not null)
                {
                    request.Headers.Add("Idempotency-Key", idempotencyKey);
                }

                (AwsSigner.Of(key, server.Time.Now.AddSeconds(second)) with { Service = "execute-api", AlsoSigned = ["Idempotency-Key"] }).Sign(request, server.Host, AwsSigner.Hash(""));
            });
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }

    private static async Task<HttpStatusCode> SignedAsync(GuardedServer server, string key)
    {
        using var answer = await server.SendAsync(
            HttpMethod.Get, "/api/v1/echo", with: request => (AwsSigner.Of(key, server.Time.Now) with { Service = "execute-api" }).Sign(request, server.Host, AwsSigner.Hash("")));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(GuardedServer server, HttpMethod method, string address)
    {
        using var answer = await server.SendAsync(method, address);
        return answer.StatusCode;
    }
}
