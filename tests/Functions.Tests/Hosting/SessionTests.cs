using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Hosting;

public sealed class SessionTests
{
    [Fact(Timeout = 120_000)]
    public async Task A_session_that_one_instance_has_opened_is_good_on_the_others_until_somebody_signs_out()
    {
        var account = AzuriteServer.NewAccount();
        await using var first = await TestApp.StartAsync(account: account);
        await using var second = await TestApp.StartAsync(account: account);
        await ReadyAsync(first);
        await ReadyAsync(second);

        var cookie = await SignInAsync(first);
        var before = await AskAsync(second, HttpMethod.Get, "/api/v1/me", cookie);
        var left = await AskAsync(second, HttpMethod.Delete, "/api/v1/sessions/current", cookie);
        var afterwards = await AskAsync(first, HttpMethod.Get, "/api/v1/me", cookie);

        Assert.Equal((HttpStatusCode.OK, "admin", "session"), (before.Status, (string?)before.Body!["name"], (string?)before.Body["signedIn"]));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (left.Status, afterwards.Status));
    }

    [Fact]
    public async Task Behind_the_platforms_TLS_the_cookie_is_one_for_TLS()
    {
        await using var app = await TestApp.StartAsync();
        await ReadyAsync(app);

        var cookie = await SetCookieAsync(app, ("X-Forwarded-Proto", "https"), ("Origin", $"https://{app.Http.BaseAddress!.Authority}"));

        Assert.StartsWith("__Host-taskorch=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure;", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_link_to_sign_in_with()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal("""{"anonymous":false,"apiKey":true,"link":false}""", await app.Http.GetStringAsync("/api/v1/sign-in"));
    }

    private static async Task<string> SignInAsync(TestApp app) => (await SetCookieAsync(app)).Split(';')[0].Split('=', 2)[1];

    private static async Task<string> SetCookieAsync(TestApp app, params (string Name, string Value)[] headers)
    {
        var halves = TestApp.AdminKey.Split('.');
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions")
        {
            Content = new StringContent($$"""{"keyId":"{{halves[0]}}","secret":"{{halves[1]}}"}""", Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single();
    }

    /// <summary>Behind one name all instances have the same cookie; here each has a port of its own, and the cookie's name has it.</summary>
    private static async Task<(HttpStatusCode Status, JsonNode? Body)> AskAsync(TestApp app, HttpMethod method, string path, string cookie)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Http.BaseAddress };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Cookie", $"taskorch-{app.Http.BaseAddress!.Port}={cookie}");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null);
    }

    private static async Task ReadyAsync(TestApp app)
    {
        for (var answer = ""; answer != "Healthy"; answer = await (await app.Http.GetAsync("/health/ready")).Content.ReadAsStringAsync())
        {
            await Task.Yield();
        }
    }
}
