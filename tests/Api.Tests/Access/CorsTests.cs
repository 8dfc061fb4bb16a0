using System.Net;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Access;

public class CorsTests
{
    private const string Console = "https://console.example.org";

    private static readonly Dictionary<string, string?> OneOrigin = new() { ["Cors:AllowedOrigins:0"] = Console };

    [Fact]
    public async Task Without_the_setting_nobody_is_told_anything()
    {
        await using var server = await GuardedServer.StartAsync();

        Assert.Equal((HttpStatusCode.OK, "", ""), await AskAsync(server, Console));
        Assert.Equal((HttpStatusCode.Unauthorized, "", ""), await AskFirstAsync(server, Console));
    }

    [Theory]
    [InlineData(Console, Console)]
    [InlineData("https://console.example.org:8443", "")]
    [InlineData("http://console.example.org", "")]
    [InlineData("https://evil.example", "")]
    [InlineData("https://console.example.org.evil.example", "")]
    [InlineData("https://CONSOLE.example.org", "")]
    public async Task An_allowed_origin_is_told_so_and_no_other(string origin, string allowed)
    {
        await using var server = await GuardedServer.StartAsync(settings: OneOrigin);

        Assert.Equal((HttpStatusCode.OK, allowed, "Origin"), await AskAsync(server, origin));
    }

    [Fact]
    public async Task A_browser_that_asks_first_needs_no_credentials()
    {
        await using var server = await GuardedServer.StartAsync(settings: OneOrigin);
        using var request = First(Console);

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(
            [Console, "GET, HEAD, POST, PUT, PATCH, DELETE", "authorization, x-amz-target, amz-sdk-request", "600"],
            new[] { "Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Max-Age" }.Select(name => string.Join(", ", answer.Headers.GetValues(name))));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Other_origins_that_ask_first_hear_what_they_heard_without_the_setting()
    {
        await using var server = await GuardedServer.StartAsync(settings: OneOrigin);

        Assert.Equal((HttpStatusCode.Unauthorized, "", "Origin"), await AskFirstAsync(server, "https://evil.example"));
    }

    [Fact]
    public async Task Credentials_that_a_browser_sends_by_itself_do_not_count_on_an_allowed_page_either()
    {
        await using var server = await GuardedServer.StartAsync(settings: OneOrigin);
        var key = await server.KeyOfAsync("ada", Roles.None);

        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", with: request =>
        {
            request.Headers.Add("Origin", Console);
            request.Headers.Add("Authorization", $"Basic {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(key.Replace('.', ':')))}");
        });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_anonymous_server_serves_the_pages_that_are_allowed()
    {
        await using var server = await GuardedServer.StartAsync(AccessMode.Anonymous, OneOrigin);

        Assert.Equal((HttpStatusCode.OK, Console, "Origin"), await AskAsync(server, Console, key: false));
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(server, "https://evil.example", key: false)).Status);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.org")]
    [InlineData("https://console.example.org/")]
    [InlineData("console.example.org")]
    public async Task What_is_no_single_origin_is_no_setting(string origin) =>
        Assert.Contains("Cors:AllowedOrigins", (await Assert.ThrowsAsync<InvalidDataException>(() => GuardedServer.StartAsync(settings: new() { ["Cors:AllowedOrigins:0"] = origin }))).Message, StringComparison.Ordinal);

    private static HttpRequestMessage First(string origin) => new(HttpMethod.Options, "/")
    {
        Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization, x-amz-target, x-evil, amz-sdk-request" } },
    };

    private static async Task<(HttpStatusCode Status, string Origin, string Vary)> AskFirstAsync(GuardedServer server, string origin)
    {
        using var request = First(origin);
        using var answer = await server.Client.SendAsync(request);
        return Told(answer);
    }

    private static async Task<(HttpStatusCode Status, string Origin, string Vary)> AskAsync(GuardedServer server, string origin, bool key = true)
    {
        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", key ? await server.KeyOfAsync("ada", Roles.None) : null, request => request.Headers.Add("Origin", origin));
        return Told(answer);
    }

    private static (HttpStatusCode Status, string Origin, string Vary) Told(HttpResponseMessage answer) =>
        (answer.StatusCode, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? string.Join(',', origins) : "", string.Join(',', answer.Headers.Vary));
}
