using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Tokens;

/// <summary>Checks the tokens of an identity provider.</summary>
/// <remarks>
/// The provider's keys are fetched with the first token, and again when a token names a key that is not among them. Only signatures with a key of
/// two halves are taken: with a shared one, or none, whoever knows the public half could make tokens.
/// </remarks>
internal sealed class TokenCheck : IDisposable
{
    private const string Credential = "oidc";

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly OidcOptions options;
    private readonly TimeProvider time;
    private readonly Lazy<Provider>? provider;

    // Keys that are fetched anew are waited for; otherwise the first token under a new key would be turned away.
    static TokenCheck() => AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);

    public TokenCheck(OidcOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        provider = options.Issuer is { } issuer ? new Lazy<Provider>(() => Provider.At(issuer)) : null;
    }

    /// <summary>Whom a token is about.</summary>
    public async ValueTask<Identity> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (provider is null)
        {
            return Refused("Expected an API key: this server takes no tokens of an identity provider.");
        }

        var (result, isUnreachable) = await ValidateAsync(token, provider.Value, cancellationToken);
        if (isUnreachable)
        {
            return new Identity.Refused(Credential, Denial.Unavailable("The keys of the identity provider cannot be fetched at the moment."));
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken valid } ? Read(valid) : Refused($"The token is not good: {Reason(result?.Exception)}");
    }

    public void Dispose()
    {
        if (provider is { IsValueCreated: true })
        {
            provider.Value.Http.Dispose();
        }
    }

    private async ValueTask<(TokenValidationResult? Result, bool IsUnreachable)> ValidateAsync(string token, Provider provider, CancellationToken cancellationToken)
    {
        var result = await ValidateAsync(token, provider);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have begun to use a new key. How often that is looked up is limited: anybody can name a key that does not exist.
            provider.Configuration.RequestRefresh();
            result = await ValidateAsync(token, provider);
        }

        if (result.IsValid)
        {
            return (result, false);
        }

        try
        {
            await provider.Configuration.GetConfigurationAsync(cancellationToken);
            return (result, false);
        }
        catch (InvalidOperationException)
        {
            return (null, true);
        }
    }

    private Task<TokenValidationResult> ValidateAsync(string token, Provider provider) => provider.Handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ConfigurationManager = provider.Configuration,
        ValidAudience = options.Audience,
        ValidAlgorithms = Algorithms,
        ValidTypes = ["JWT", "at+jwt", "application/at+jwt"],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        ValidateIssuerSigningKey = true,
        LifetimeValidator = IsCurrent,
        IssuerValidator = (issuer, _, _) => IsOurs(issuer) ? issuer : throw new SecurityTokenInvalidIssuerException("the issuer is another one"),
    });

    private bool IsOurs(string? issuer) => issuer?.TrimEnd('/') == options.Issuer!.OriginalString.TrimEnd('/');

    private bool IsCurrent(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + options.ClockSkew && (notBefore is not { } begin || now >= begin - options.ClockSkew);
    }

    private Identity Read(JsonWebToken token)
    {
        var name = token.TryGetPayloadValue<string>(options.NameClaim, out var found) ? found : null;
        if (string.IsNullOrWhiteSpace(name))
        {
            return Refused($"The token is not good: expected the claim '{options.NameClaim}' with the caller's name, found none.");
        }

        var roles = token.Claims.Where(claim => claim.Type == options.RolesClaim).SelectMany(claim => claim.Value.Split(' '))
            .Where(value => value.StartsWith(options.RolePrefix, StringComparison.Ordinal))
            .Aggregate(Roles.None, (all, value) => RoleNames.TryParse(value[options.RolePrefix.Length..], out var role) ? all | role.Value : all);
        return new Identity.Known(new Caller(name, roles, Credential));
    }

    /// <summary>What is wrong, in words that give away nothing of the token.</summary>
    private static string Reason(Exception? exception) => exception switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException => "it is expired, not good yet, or says nothing of when it expires",
        SecurityTokenInvalidAudienceException => "it is meant for somebody else",
        SecurityTokenInvalidIssuerException => "it was issued by somebody else",
        SecurityTokenInvalidAlgorithmException => "it is signed by an algorithm that is not taken",
        SecurityTokenSignatureKeyNotFoundException => "it is signed with a key that its issuer does not have",
        SecurityTokenInvalidSignatureException => "its signature is wrong",
        _ => "it cannot be read",
    };

    private static Identity.Refused Refused(string detail) => new(Credential, Denial.UnknownCredentials(detail));

    private sealed record Provider(HttpClient Http, ConfigurationManager<OpenIdConnectConfiguration> Configuration, JsonWebTokenHandler Handler)
    {
        public static Provider At(Uri issuer)
        {
            var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
            var address = $"{issuer.OriginalString.TrimEnd('/')}/.well-known/openid-configuration";
            var documents = new HttpDocumentRetriever(http) { RequireHttps = !issuer.IsLoopback };
            var configuration = new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(), documents) { RefreshInterval = TimeSpan.FromSeconds(30) };
            return new Provider(http, configuration, new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 });
        }
    }
}
