using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Tokens;

/// <summary>Checks the tokens of an identity provider.</summary>
/// <remarks>
/// The provider's keys are fetched with the first token, and again when a token names a key that is not among them. Only signatures with a key of
/// two halves are taken: with a shared one, or none, whoever knows the public half could make tokens.
/// </remarks>
internal sealed class TokenCheck(OidcOptions options, IdentityProvider provider, TimeProvider time)
{
    private const string Credential = "oidc";

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };

    /// <summary>Whom an access token is about.</summary>
    public async ValueTask<Identity> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (!provider.Exists)
        {
            return Refused("Expected an API key: this server takes no tokens of an identity provider.");
        }

        var (valid, refused) = await ValidAsync(token, Expected(options.Audience, "JWT", "at+jwt", "application/at+jwt"), cancellationToken);
        return valid is null ? refused! : Read(valid);
    }

    /// <summary>Whom a token is about that the console was given when somebody signed in.</summary>
    /// <param name="token">An ID token.</param>
    /// <param name="nonce">What was sent along when they were asked to sign in, so that this is no token of another time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Identity> CheckIdTokenAsync(string token, string nonce, CancellationToken cancellationToken)
    {
        var (valid, refused) = await ValidAsync(token, Expected(options.ClientId), cancellationToken);
        if (valid is null)
        {
            return refused!;
        }

        var isOurs = valid.TryGetPayloadValue<string>("nonce", out var found) && found == nonce
            && (!valid.TryGetPayloadValue<string>("azp", out var party) || party == options.ClientId);
        return isOurs ? Read(valid) : Refused("The token is not good: it was not made for this sign-in");
    }

    private async ValueTask<(JsonWebToken? Valid, Identity.Refused? Refused)> ValidAsync(string token, TokenValidationParameters expected, CancellationToken cancellationToken)
    {
        var (result, isUnreachable) = await ValidateAsync(token, expected, cancellationToken);
        if (isUnreachable)
        {
            return (null, new Identity.Refused(Credential, Denial.Unavailable("The keys of the identity provider cannot be fetched at the moment.")));
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken valid } ? (valid, null) : (null, Refused($"The token is not good: {Reason(result?.Exception)}"));
    }

    private async ValueTask<(TokenValidationResult? Result, bool IsUnreachable)> ValidateAsync(string token, TokenValidationParameters expected, CancellationToken cancellationToken)
    {
        var result = await Handler.ValidateTokenAsync(token, expected);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have begun to use a new key. How often that is looked up is limited: anybody can name a key that does not exist.
            provider.Configuration.RequestRefresh();
            result = await Handler.ValidateTokenAsync(token, expected);
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

    private TokenValidationParameters Expected(string audience, params string[] types) => new()
    {
        ConfigurationManager = provider.Configuration,
        ValidAudience = audience,
        ValidAlgorithms = Algorithms,
        ValidTypes = types.Length > 0 ? types : null,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        ValidateIssuerSigningKey = true,
        LifetimeValidator = IsCurrent,
        IssuerValidator = (issuer, _, _) => provider.IsCalled(issuer) ? issuer : throw new SecurityTokenInvalidIssuerException("the issuer is another one"),
    };

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
}
