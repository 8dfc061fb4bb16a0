using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace TaskOrchestration.Api.Tests.Access.Sessions;

public sealed class OidcSignInTests
{
    private const string Code = "the-code";

    [Fact]
    public async Task Whom_the_provider_vouches_for_is_signed_in_with_their_roles_and_is_where_they_wanted_to_be()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);

        var asked = await BeginAsync(browser, "/sign-in/oidc?to=%2Ftasks%3Fowner%3Dada");
        Expect(issuer, server, asked);
        var back = await ReturnAsync(browser, asked);

        Assert.Equal(("code", "console", "openid profile", "S256"), (asked["response_type"], asked["client_id"], asked["scope"], asked["code_challenge_method"]));
        Assert.Equal((HttpStatusCode.SeeOther, "/tasks?owner=ada"), (back.StatusCode, back.Headers.Location?.OriginalString));
        var me = JsonNode.Parse(await (await browser.GetAsync("/api/v1/me")).Content.ReadAsStringAsync())!;
        Assert.Equal(("ada", "[\"viewer\"]", "oidc"), ((string?)me["name"], me["roles"]!.ToJsonString(), (string?)me["session"]!["by"]));
        Assert.Equal([$"taskorch-{server.Client.BaseAddress!.Port}"], browser.Cookies.Keys);
        Assert.Equal(["ada GET /sign-in/oidc/callback /sign-in 303 ok"], await server.AuditedAsync());
    }

    [Fact]
    public async Task The_sign_in_page_offers_it_by_its_name()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);

        var ways = await (await browser.GetAsync("/api/v1/sign-in")).Content.ReadAsStringAsync();

        Assert.Equal("""{"anonymous":false,"apiKey":true,"link":false,"oidc":{"name":"Example","address":"/sign-in/oidc"}}""", ways);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Nobody_is_led_to_another_server(string to)
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);

        var asked = await BeginAsync(browser, $"/sign-in/oidc?to={Uri.EscapeDataString(to)}");
        Expect(issuer, server, asked);

        Assert.Equal("/", (await ReturnAsync(browser, asked)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_turned_away()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);
        using var victim = new Browser(server);
        var asked = await BeginAsync(browser, "/sign-in/oidc");
        Expect(issuer, server, asked);

        var elsewhere = await ReturnAsync(victim, asked);
        var wrongState = await browser.OpenAsync($"/sign-in/oidc/callback?code={Code}&state=another");
        var asked2 = await BeginAsync(browser, "/sign-in/oidc");
        var otherIssuer = await browser.OpenAsync($"/sign-in/oidc/callback?code={Code}&state={asked2["state"]}&iss=https%3A%2F%2Fevil.example");

        Assert.All([elsewhere, wrongState, otherIssuer], answer => Assert.StartsWith("/sign-in?reason=oidc-failed&request=", answer.Headers.Location?.OriginalString, StringComparison.Ordinal));
        Assert.Empty(victim.Cookies);
    }

    [Fact]
    public async Task It_is_too_late_after_ten_minutes()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);
        var asked = await BeginAsync(browser, "/sign-in/oidc");
        Expect(issuer, server, asked);

        server.Time.Now += TimeSpan.FromMinutes(10);

        Assert.StartsWith("/sign-in?reason=oidc-failed", (await ReturnAsync(browser, asked)).Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of-another-time", "console")]
    [InlineData(null, "somebody-else")]
    public async Task A_token_that_was_not_made_for_this_sign_in_is_turned_away(string? nonce, string audience)
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);
        var asked = await BeginAsync(browser, "/sign-in/oidc");

        issuer.Redeem = (_, _) => issuer.Issue(server.Time.Now, audience: audience, nonce: nonce ?? asked["nonce"]);
        var back = await ReturnAsync(browser, asked);

        Assert.StartsWith("/sign-in?reason=oidc-failed", back.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Whoever_changes_their_mind_at_the_provider_reads_so_on_the_sign_in_page()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);
        var asked = await BeginAsync(browser, "/sign-in/oidc");

        var back = await browser.OpenAsync($"/sign-in/oidc/callback?error=access_denied&state={asked["state"]}");

        Assert.StartsWith("/sign-in?reason=oidc-refused&request=", back.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["GET /sign-in/oidc/callback /sign-in at the identity provider 303 oidc-refused"], await server.AuditedAsync());
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_said_to_be_just_that()
    {
        var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        using var browser = new Browser(server);
        await issuer.DisposeAsync();

        var answer = await browser.OpenAsync("/sign-in/oidc");

        Assert.StartsWith("/sign-in?reason=oidc-unavailable", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    private static Task<GuardedServer> StartAsync(TokenIssuer issuer) => GuardedServer.StartAsync(settings: new()
    {
        ["Oidc:Issuer"] = issuer.Address, ["Oidc:Audience"] = "taskorch", ["Oidc:ClientId"] = "console", ["Oidc:ClientSecret"] = "hush", ["Oidc:Name"] = "Example",
    });

    /// <summary>Sets out to the provider.</summary>
    /// <returns>What the provider is asked.</returns>
    private static async Task<Dictionary<string, string>> BeginAsync(Browser browser, string address)
    {
        var answer = await browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.EndsWith("/authorize", answer.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(answer.Headers.Location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    private static Task<HttpResponseMessage> ReturnAsync(Browser browser, Dictionary<string, string> asked) =>
        browser.OpenAsync($"/sign-in/oidc/callback?code={Code}&state={Uri.EscapeDataString(asked["state"])}");

    /// <summary>Has the provider give a token for the code, if it is redeemed the way it has to be.</summary>
    private static void Expect(TokenIssuer issuer, GuardedServer server, Dictionary<string, string> asked) => issuer.Redeem = (form, authorization) =>
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        var isSound = (form["grant_type"], form["code"], form["redirect_uri"], challenge, authorization)
            == ("authorization_code", new StringValues(Code), new StringValues(asked["redirect_uri"]), asked["code_challenge"], $"Basic {Convert.ToBase64String("console:hush"u8)}");
        return isSound ? issuer.Issue(server.Time.Now, audience: "console", nonce: asked["nonce"]) : null;
    };
}
