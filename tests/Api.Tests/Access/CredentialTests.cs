using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Access;

public class CredentialTests
{
    [Fact]
    public async Task A_key_is_taken_in_its_own_header_as_a_bearer_and_as_a_user_with_password()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.None);
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes(key.Replace('.', ':')));

        Assert.Equal("ada", await NameAsync(server, request => request.Headers.Add("X-Api-Key", key)));
        Assert.Equal("ada", await NameAsync(server, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key)));
        Assert.Equal("ada", await NameAsync(server, request => request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic)));
    }

    [Theory]
    [InlineData("X-Api-Key", "")]
    [InlineData("X-Api-Key", "TOAK0123456789ABCDEF.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("X-Api-Key", "TOAK0123456789ABCDEF")]
    [InlineData("Authorization", "Basic !!!")]
    [InlineData("Authorization", "Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("Authorization", "Bearer")]
    [InlineData("Authorization", "Bearer a.b.c")]
    [InlineData("Authorization", "Digest username=ada")]
    [InlineData("Authorization", "AWS4-HMAC-SHA256")]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=00")]
    public async Task Anything_else_is_turned_away_with_a_problem(string header, string value)
    {
        await using var server = await GuardedServer.StartAsync();

        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", with: request => request.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("Bearer realm=\"taskorch\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_credentials_at_once_are_turned_away()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.None);

        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", key, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Without_credentials_only_public_endpoints_answer()
    {
        await using var server = await GuardedServer.StartAsync();

        using var health = await server.SendAsync(HttpMethod.Get, "/health/live");
        using var echo = await server.SendAsync(HttpMethod.Get, "/api/v1/echo");
        using var nowhere = await server.SendAsync(HttpMethod.Get, "/api/v1/nowhere");
        using var wire = await server.CallAsync("ListStateMachines", "{}", key: null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (health.StatusCode, echo.StatusCode, nowhere.StatusCode));
        Assert.Contains("MissingAuthenticationTokenException", await wire.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_says_nothing_of_who_may_use_it_answers_nobody()
    {
        await using var server = await GuardedServer.StartAsync();
        await using var anonymous = await GuardedServer.StartAsync(AccessMode.Anonymous);

        using var guarded = await server.SendAsync(HttpMethod.Get, "/api/v1/forgotten", await server.KeyOfAsync("root", Roles.Admin));
        using var open = await anonymous.SendAsync(HttpMethod.Get, "/api/v1/forgotten");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (guarded.StatusCode, open.StatusCode));
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_browsers_in_check()
    {
        await using var server = await GuardedServer.StartAsync();

        foreach (var path in new[] { "/health/live", "/", "/api/v1/echo", "/api/v1/nowhere" })
        {
            using var answer = await server.SendAsync(HttpMethod.Get, path);

            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    private static async Task<string> NameAsync(GuardedServer server, Action<HttpRequestMessage> with)
    {
        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", with: with);
        return await answer.Content.ReadAsStringAsync();
    }
}
