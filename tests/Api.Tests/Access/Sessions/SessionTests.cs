using System.Net;
using System.Text.Json.Nodes;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Access.Sessions;

public class SessionTests
{
    private const string ListMachines = "AWSStepFunctions.ListStateMachines";

    [Fact]
    public async Task A_key_opens_a_session_that_may_what_the_key_may()
    {
        await using var server = await GuardedServer.StartAsync();
        using var browser = new Browser(server);

        var opened = await browser.SignInAsync(await server.KeyOfAsync("ada", Roles.Viewer));

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var me = await MeAsync(browser);
        Assert.Equal(("ada", "session", "key"), ((string?)me["name"], (string?)me["signedIn"], (string?)me["session"]!["by"]));
        Assert.Equal(new JsonObject { ["operation"] = "states:ListStateMachines", ["allowed"] = true }.ToJsonString(), Permission(me, "states:ListStateMachines"));
        Assert.Equal(
            new JsonObject { ["operation"] = "createKey", ["allowed"] = false, ["reason"] = "This needs the role admin; ada has viewer." }.ToJsonString(), Permission(me, "createKey"));
    }

    [Fact]
    public async Task No_script_and_no_other_site_gets_at_the_cookie()
    {
        await using var server = await GuardedServer.StartAsync();
        using var browser = new Browser(server);

        var opened = await browser.SignInAsync(await server.KeyOfAsync("ada", Roles.Viewer));

        var cookie = opened.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; path=/; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("TOAK", cookie, StringComparison.Ordinal);
        Assert.Equal($"taskorch-{server.Client.BaseAddress!.Port}", browser.Cookies.Keys.Single());
    }

    [Fact]
    public async Task Signing_in_always_makes_a_session_of_its_own_whatever_was_there_before()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.Viewer);
        using var browser = new Browser(server);

        await browser.SignInAsync(key);
        var first = browser.Cookies.Values.Single();
        await browser.SignInAsync(key);

        Assert.NotEqual(first, browser.Cookies.Values.Single());
    }

    [Theory]
    [InlineData("not-a-session")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%%%")]
    public async Task A_cookie_that_this_server_has_not_made_opens_nothing_and_is_taken_back(string made)
    {
        await using var server = await GuardedServer.StartAsync();
        using var browser = new Browser(server);

        var answer = await browser.SendAsync(HttpMethod.Get, "/api/v1/me", ("Cookie", $"taskorch-{server.Client.BaseAddress!.Port}={made}"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.StartsWith($"taskorch-{server.Client.BaseAddress!.Port}=; expires=Thu, 01 Jan 1970", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Contains("Sign in again", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_key()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.Viewer);
        using var browser = new Browser(server);
        await browser.SignInAsync(key);

        await server.Keys.RevokeAsync(key.Split('.')[0]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task It_ends_when_the_secret_it_was_opened_with_is_no_longer_good()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.Viewer);
        using var browser = new Browser(server);
        await browser.SignInAsync(key);

        await server.Keys.RotateAsync(key.Split('.')[0], TimeSpan.FromMinutes(5));
        var inGrace = await browser.GetAsync("/api/v1/me");
        server.Time.Now += TimeSpan.FromMinutes(6);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (inGrace.StatusCode, (await browser.GetAsync("/api/v1/me")).StatusCode));
    }

    [Fact]
    public async Task It_ends_after_twelve_hours()
    {
        await using var server = await GuardedServer.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync(await server.KeyOfAsync("ada", Roles.Viewer));

        server.Time.Now += TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1);
        var before = await browser.GetAsync("/api/v1/me");
        server.Time.Now += TimeSpan.FromSeconds(1);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.StatusCode, (await browser.GetAsync("/api/v1/me")).StatusCode));
    }

    [Fact]
    public async Task Signing_out_ends_it_for_whoever_has_a_copy_of_the_cookie()
    {
        await using var server = await GuardedServer.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync(await server.KeyOfAsync("ada", Roles.Viewer));
        var (name, value) = browser.Cookies.Single();

        var left = await browser.SendAsync(HttpMethod.Delete, "/api/v1/sessions/current", ("Sec-Fetch-Site", "same-origin"));

        using var thief = new Browser(server);
        var stolen = await thief.SendAsync(HttpMethod.Get, "/api/v1/me", ("Cookie", $"{name}={value}"));
        Assert.Equal((HttpStatusCode.NoContent, 0, HttpStatusCode.Unauthorized), (left.StatusCode, browser.Cookies.Count, stolen.StatusCode));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://{host}", HttpStatusCode.OK)]
    [InlineData("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://{host}", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "of that kind", HttpStatusCode.Forbidden)]
    public async Task What_may_change_something_must_come_from_the_consoles_own_pages_on_both_apis(string header, string value, HttpStatusCode expected)
    {
        await using var server = await GuardedServer.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync(await server.KeyOfAsync("ada", Roles.Operator));
        var from = (header, value.Replace("{host}", server.Host, StringComparison.Ordinal));

        var rest = await browser.SendAsync(HttpMethod.Delete, "/api/v1/operate", from);
        var wire = await browser.PostAsync("/", "{}", from, ("X-Amz-Target", ListMachines));

        Assert.Equal((expected, expected), (rest.StatusCode, wire.StatusCode));
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_even_read_with_it()
    {
        await using var server = await GuardedServer.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync(await server.KeyOfAsync("ada", Roles.Viewer));

        var answer = await browser.SendAsync(HttpMethod.Get, "/api/v1/me", ("Origin", "http://127.0.0.1:1"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Credentials_that_are_shown_count_and_the_cookie_does_not()
    {
        await using var server = await GuardedServer.StartAsync();
        var robot = await server.KeyOfAsync("robot", Roles.Operator);
        using var browser = new Browser(server);
        await browser.SignInAsync(await server.KeyOfAsync("ada", Roles.Viewer));

        var answer = await browser.SendAsync(HttpMethod.Delete, "/api/v1/operate", ("X-Api-Key", robot));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Wrong_keys_are_counted_and_no_secret_is_ever_in_the_journal()
    {
        await using var server = await GuardedServer.StartAsync(settings: new() { ["Throttling:FailedLogins:Burst"] = "2", ["Throttling:FailedLogins:PerSecond"] = "0.1" });
        var key = await server.KeyOfAsync("ada", Roles.Viewer);
        var wrong = $"{key.Split('.')[0]}.{new string('x', 40)}";
        using var browser = new Browser(server);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add((await browser.SignInAsync(wrong)).StatusCode);
            server.Time.Now += TimeSpan.FromSeconds(2);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.Created, (await browser.SignInAsync(key)).StatusCode);
        var records = await server.Journal.ListAsync(new AuditQuery(), 10);
        Assert.Equal(
            [("", key.Split('.')[0], "unauthenticated"), ("", key.Split('.')[0], "unauthenticated"), ("", key.Split('.')[0], "too-many-requests"), ("ada", key.Split('.')[0], "ok")],
            records.Reverse().Select(record => (record.Entry.Who, record.Entry.Credential, record.Entry.Outcome)));
        Assert.DoesNotContain(records, record => record.ToString().Contains(key.Split('.')[1], StringComparison.Ordinal) || record.ToString().Contains("xxxx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_is_good_once()
    {
        await using var server = await GuardedServer.StartAsync();
        var link = server.Links.Make();
        using var browser = new Browser(server);
        using var second = new Browser(server);

        var preview = await browser.SendAsync(HttpMethod.Head, link);
        var first = await browser.OpenAsync(link);
        var again = await second.OpenAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther, "/"), (preview.StatusCode, first.StatusCode, first.Headers.Location?.OriginalString));
        Assert.Equal("admin link", $"{(await MeAsync(browser))["name"]} {(await MeAsync(browser))["session"]!["by"]}");
        Assert.StartsWith("/sign-in?reason=link&request=", again.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Empty(second.Cookies);
        Assert.Equal(["admin GET /sign-in /sign-in 303 ok", "GET /sign-in /sign-in with a link that is not good 303 link"], await server.AuditedAsync());
    }

    [Fact]
    public async Task A_link_is_good_for_ten_minutes()
    {
        await using var server = await GuardedServer.StartAsync();
        var link = server.Links.Make();
        using var browser = new Browser(server);

        server.Time.Now += TimeSpan.FromMinutes(10);
        var late = await browser.OpenAsync(link);

        Assert.StartsWith("/sign-in?reason=link", late.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_server_says_that_there_is_no_need_to_sign_in()
    {
        await using var server = await GuardedServer.StartAsync(AccessMode.Anonymous);
        using var browser = new Browser(server);

        var ways = await (await browser.GetAsync("/api/v1/sign-in")).Content.ReadAsStringAsync();
        var me = await MeAsync(browser);

        Assert.Equal("""{"anonymous":true,"apiKey":false,"link":false}""", ways);
        Assert.Equal(("anonymous", "anonymous"), ((string?)me["name"], (string?)me["signedIn"]));
        Assert.DoesNotContain(me["permissions"]!.AsArray(), permission => !(bool)permission!["allowed"]!);
    }

    [Fact]
    public async Task The_permissions_are_what_the_server_lets_through()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.Viewer);
        using var browser = new Browser(server);
        await browser.SignInAsync(key);
        var me = await MeAsync(browser);

        var disagreements = new List<string>();
        foreach (var action in WireActions.All.Keys)
        {
            var answer = await browser.PostAsync("/", "{}", ("Sec-Fetch-Site", "same-origin"), ("X-Amz-Target", $"AWSStepFunctions.{action}"));
            var isRefused = (await answer.Content.ReadAsStringAsync()).Contains("AccessDeniedException", StringComparison.Ordinal);
            if (Permission(me, $"states:{action}").Contains("\"allowed\":true", StringComparison.Ordinal) == isRefused)
            {
                disagreements.Add(action);
            }
        }

        Assert.Empty(disagreements);
    }

    private static async Task<JsonNode> MeAsync(Browser browser) => JsonNode.Parse(await (await browser.GetAsync("/api/v1/me")).Content.ReadAsStringAsync())!;

    private static string Permission(JsonNode me, string operation) => me["permissions"]!.AsArray().Single(permission => (string?)permission!["operation"] == operation)!.ToJsonString();
}
