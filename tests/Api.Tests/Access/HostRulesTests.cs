using System.Net;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Access;

public class HostRulesTests
{
    [Theory]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    [InlineData("127.0.0.1:8083", null, HttpStatusCode.OK)]
    [InlineData("[::1]:8083", null, HttpStatusCode.OK)]
    [InlineData("sync-127.0.0.1:8083", null, HttpStatusCode.OK)]
    [InlineData("console.localhost", null, HttpStatusCode.OK)]
    [InlineData("evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.1", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", "http://localhost:3000", HttpStatusCode.OK)]
    [InlineData("localhost", "http://127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "null", HttpStatusCode.Forbidden)]
    public async Task An_anonymous_server_is_for_this_machines_own_pages(string host, string? origin, HttpStatusCode expected)
    {
        await using var server = await GuardedServer.StartAsync(AccessMode.Anonymous);

        Assert.Equal(expected, await AskAsync(server, host, origin, key: null));
    }

    [Fact]
    public async Task A_server_with_names_goes_by_no_others()
    {
        await using var server = await GuardedServer.StartAsync(allowedHosts: ["tasks.example"]);
        var key = await server.KeyOfAsync("ada", Roles.None);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "tasks.example", origin: null, key));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "127.0.0.1", origin: null, key));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await AskAsync(server, "other.example", origin: null, key));
    }

    [Fact]
    public async Task A_password_that_the_browser_sends_by_itself_counts_for_the_servers_own_pages_only()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.None);
        var basic = $"Basic {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(key.Replace('.', ':')))}";

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "tasks.example", "http://tasks.example", key: null, basic));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(server, "tasks.example", "https://evil.example", key: null, basic));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "tasks.example", "https://other.example", key));
    }

    private static async Task<HttpStatusCode> AskAsync(GuardedServer server, string host, string? origin, string? key, string? authorization = null)
    {
        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", key, request =>
        {
            request.Headers.Host = host;
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            }
        });
        return answer.StatusCode;
    }
}
