using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Api.Access.Tokens;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Signing in at an identity provider: the authorization code flow, with PKCE. The browser never sees a token.</summary>
/// <seealso href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect Core, authorization code flow</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, PKCE</seealso>
internal sealed class OidcSignIn(OidcOptions options, IdentityProvider provider, TokenCheck tokens, SecretBox box, TimeProvider time) : IDisposable
{
    /// <summary>Where it begins.</summary>
    public const string Path = "/sign-in/oidc";

    /// <summary>Where the identity provider sends people back to.</summary>
    public const string CallbackPath = "/sign-in/oidc/callback";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Envelope envelope = box.EnvelopeFor("console sign-in at the identity provider");

    /// <summary>The provider's address to send a person to.</summary>
    /// <param name="context">The request, in whose answer the browser is given what it has to bring back.</param>
    /// <param name="to">The page they want.</param>
    /// <exception cref="OidcException">The provider cannot be reached.</exception>
    public async ValueTask<string> BeginAsync(HttpContext context, string to)
    {
        var configuration = await ConfigurationAsync(context.RequestAborted);
        var errand = new OidcErrand(Random(), Random(), Random(), to, time.GetUtcNow() + Patience);
        var cookie = SessionCookie.Options(context.Request, SameSiteMode.Lax, Path);
        cookie.Expires = errand.Until;
        context.Response.Cookies.Append(CookieName(context.Request), envelope.Close(JsonSerializer.Serialize(errand)), cookie);
        return QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = options.ClientId,
            ["redirect_uri"] = Callback(context.Request),
            ["scope"] = options.Scope,
            ["state"] = errand.State,
            ["nonce"] = errand.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(errand.Verifier))),
            ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>Who has come back, and the page they want.</summary>
    /// <exception cref="OidcException">They have not signed in, or what they bring is not good.</exception>
    public async ValueTask<(Identity.Known Person, string To)> FinishAsync(HttpContext context)
    {
        var (request, cancelled) = (context.Request, context.RequestAborted);
        var errand = Errand(request);
        context.Response.Cookies.Delete(CookieName(request), SessionCookie.Options(request, SameSiteMode.Lax, Path));
        if (errand is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Query["state"].ToString()), Encoding.UTF8.GetBytes(errand.State)))
        {
            throw new OidcException(OidcException.Failed, "nobody was sent to the identity provider from this browser in the last minutes");
        }

        if (request.Query["error"].ToString() is { Length: > 0 } error)
        {
            throw new OidcException(OidcException.Refused, $"the identity provider says {error}");
        }

        if (request.Query["iss"].ToString() is { Length: > 0 } issuer && !provider.IsCalled(issuer))
        {
            throw new OidcException(OidcException.Failed, "the answer is one of another issuer");
        }

        var token = await RedeemAsync(request, request.Query["code"].ToString(), errand, cancelled);
        return await tokens.CheckIdTokenAsync(token, errand.Nonce, cancelled) switch
        {
            Identity.Known person => (person, errand.To),
            Identity.Refused refused => throw new OidcException(refused.Denial.IsFailedLogin ? OidcException.Failed : OidcException.Unavailable, refused.Denial.Detail),
            var other => throw new InvalidOperationException($"no answer for {other}"),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => envelope.Dispose();

    private OidcErrand? Errand(HttpRequest request) =>
        request.Cookies[CookieName(request)] is { } closed && envelope.Open(closed) is { } text
            && JsonSerializer.Deserialize<OidcErrand>(text) is { } errand && time.GetUtcNow() < errand.Until ? errand : null;

    private async ValueTask<string> RedeemAsync(HttpRequest request, string code, OidcErrand errand, CancellationToken cancellationToken)
    {
        var configuration = await ConfigurationAsync(cancellationToken);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Callback(request), ["client_id"] = options.ClientId, ["code_verifier"] = errand.Verifier,
        };
        using var asked = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        ShowSecret(asked, form, configuration);
        asked.Content = new FormUrlEncodedContent(form);
        try
        {
            using var answer = await provider.Http.SendAsync(asked, cancellationToken);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode && body.RootElement.TryGetProperty("id_token", out var token) && token.GetString() is { Length: > 0 } text
                ? text
                : throw new OidcException(OidcException.Failed, $"the identity provider did not give a token for the code (status {(int)answer.StatusCode})");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new OidcException(OidcException.Unavailable, $"the identity provider did not answer as expected: {e.Message}");
        }
    }

    /// <summary>In the way the provider asks for; without a word from it that is HTTP Basic.</summary>
    private void ShowSecret(HttpRequestMessage asked, Dictionary<string, string> form, OpenIdConnectConfiguration configuration)
    {
        if (options.ClientSecret.Length == 0)
        {
            return;
        }

        var ways = configuration.TokenEndpointAuthMethodsSupported;
        if (ways.Contains("client_secret_post") && !ways.Contains("client_secret_basic"))
        {
            form["client_secret"] = options.ClientSecret;
            return;
        }

        var pair = $"{Uri.EscapeDataString(options.ClientId)}:{Uri.EscapeDataString(options.ClientSecret)}";
        asked.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
    }

    private async ValueTask<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await provider.Configuration.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new OidcException(OidcException.Unavailable, e.Message);
        }
    }

    private static string Callback(HttpRequest request) => $"{request.Scheme}://{request.Host}{CallbackPath}";

    private static string CookieName(HttpRequest request) => $"taskorch-oidc-{request.Host.Port ?? (request.IsHttps ? 443 : 80)}";

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
