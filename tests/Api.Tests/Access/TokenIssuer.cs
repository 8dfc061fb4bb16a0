using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>An identity provider on a real socket.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private RsaSecurityKey _key = NewKey();

    private TokenIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapGet("/.well-known/openid-configuration", context => context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            issuer = Address, jwks_uri = $"{Address}/keys", authorization_endpoint = $"{Address}/authorize", token_endpoint = $"{Address}/token",
        })));
        _application.MapPost("/token", RedeemAsync);
        _application.MapGet("/keys", context => context.Response.WriteAsync(JsonSerializer.Serialize(new { keys = new[] { Published() } })));
    }

    public string Address => _application.Urls.Single();

    public RsaSecurityKey Key => _key;

    /// <summary>What it answers to a code, by the form it was redeemed with and the credentials it came with; an id token, or none to refuse.</summary>
    public Func<IFormCollection, string, string?> Redeem { get; set; } = (_, _) => null;

    public static async Task<TokenIssuer> StartAsync()
    {
        var issuer = new TokenIssuer();
        await issuer._application.StartAsync();
        return issuer;
    }

    public void Rollover() => _key = NewKey();

    public string Issue(DateTimeOffset now, SigningCredentials? credentials = null, string? issuer = null, string audience = "taskorch", string[]? roles = null, string? nonce = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddMinutes(10),
            Claims = new Dictionary<string, object> { ["sub"] = "ada", ["roles"] = roles ?? ["viewer", "somebody-elses"], ["nonce"] = nonce ?? "none" },
            SigningCredentials = credentials ?? new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task RedeemAsync(HttpContext context)
    {
        var token = Redeem(await context.Request.ReadFormAsync(), context.Request.Headers.Authorization.ToString());
        context.Response.StatusCode = token is null ? 400 : 200;
        await context.Response.WriteAsync(JsonSerializer.Serialize(token is null ? (object)new { error = "invalid_grant" } : new { id_token = token, token_type = "Bearer" }));
    }

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private Dictionary<string, string> Published()
    {
        var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["kid"] = _key.KeyId, ["use"] = "sig", ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent) };
    }
}
