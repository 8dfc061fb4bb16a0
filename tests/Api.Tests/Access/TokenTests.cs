using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.Tokens;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Access;

public class TokenTests
{
    [Fact]
    public async Task A_token_of_the_issuer_lets_its_subject_in_with_its_roles()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);

        Assert.Equal((HttpStatusCode.OK, "ada"), await AskAsync(server, issuer.Issue(server.Time.Now)));
        Assert.Equal(HttpStatusCode.Forbidden, await OperateAsync(server, issuer.Issue(server.Time.Now)));
        Assert.Equal(HttpStatusCode.OK, await OperateAsync(server, issuer.Issue(server.Time.Now, roles: ["operator"])));
        var record = (await server.Journal.ListAsync(new AuditQuery(), 1)).Single().Entry;
        Assert.Equal(("ada", "oidc"), (record.Who, record.Credential));
    }

    [Fact]
    public async Task Other_tokens_are_turned_away()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        var now = server.Time.Now;
        var shared = new SigningCredentials(new SymmetricSecurityKey(issuer.Key.Rsa.ExportRSAPublicKey()) { KeyId = issuer.Key.KeyId }, SecurityAlgorithms.HmacSha256);
        var good = issuer.Issue(now).Split('.');
        var unsigned = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{good[1]}.";

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, string.Join('.', good))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, issuer.Issue(now, audience: "another"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, issuer.Issue(now, issuer: "https://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, issuer.Issue(now.AddMinutes(-13)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, issuer.Issue(now.AddMinutes(-11)))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, issuer.Issue(now.AddMinutes(3)))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, issuer.Issue(now, shared))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, unsigned)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, $"{good[0]}.{good[1]}.{good[2][..^4]}AAAA")).Status);
    }

    [Fact]
    public async Task A_new_key_of_the_issuer_is_fetched_when_a_token_names_it()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, issuer.Issue(server.Time.Now))).Status);

        issuer.Rollover();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, issuer.Issue(server.Time.Now))).Status);
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_is_no_fault_of_the_caller()
    {
        var issuer = await TokenIssuer.StartAsync();
        await using var server = await StartAsync(issuer);
        var token = issuer.Issue(server.Time.Now);
        await issuer.DisposeAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(server, token)).Status);
    }

    [Theory]
    [InlineData("http://issuer.example", "taskorch")]
    [InlineData("https://issuer.example", "")]
    public async Task Settings_that_are_not_safe_are_refused(string issuer, string audience) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => GuardedServer.StartAsync(settings: new() { ["Oidc:Issuer"] = issuer, ["Oidc:Audience"] = audience }));

    private static Task<GuardedServer> StartAsync(TokenIssuer issuer) =>
        GuardedServer.StartAsync(settings: new() { ["Oidc:Issuer"] = issuer.Address, ["Oidc:Audience"] = "taskorch" });

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(GuardedServer server, string token)
    {
        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", with: request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> OperateAsync(GuardedServer server, string token)
    {
        using var answer = await server.SendAsync(HttpMethod.Delete, "/api/v1/operate", with: request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));
        return answer.StatusCode;
    }
}
