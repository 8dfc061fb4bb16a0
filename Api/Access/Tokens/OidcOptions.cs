namespace TaskOrchestration.Api.Access.Tokens;

/// <summary>Whose tokens are taken, and what their claims are called. The section <c>Oidc</c> of the settings.</summary>
public sealed record OidcOptions
{
    /// <summary>The identity provider: its discovery document is at <c>/.well-known/openid-configuration</c> below. None for no tokens.</summary>
    public Uri? Issuer { get; init; }

    /// <summary>Whom the tokens must be meant for.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claim with the roles: a list, or one text with blanks between them.</summary>
    public string RolesClaim { get; init; } = "roles";

    /// <summary>The claim with the caller's name. It has to be one that nobody can choose for themselves: what callers own goes by it.</summary>
    public string NameClaim { get; init; } = "sub";

    /// <summary>What a role's name in a token begins with, if the provider has roles of other programs as well.</summary>
    public string RolePrefix { get; init; } = "";

    /// <summary>By what name the provider knows the console, for people who sign in to it. None if they cannot.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The secret that goes with it; none for a client that has none.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What people call the provider: the button says it.</summary>
    public string Name { get; init; } = "the identity provider";

    /// <summary>What the console asks of the provider, with blanks between.</summary>
    public string Scope { get; init; } = "openid profile";

    /// <summary>Whether people can sign in to the console there.</summary>
    public bool SignsIn => Issuer is not null && ClientId.Length > 0;

    /// <summary>How far the provider's clock may be off.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Finds what cannot work.</summary>
    /// <exception cref="InvalidDataException">It says what.</exception>
    public OidcOptions Checked()
    {
        if (Issuer is null)
        {
            return this;
        }

        if (!Issuer.IsAbsoluteUri || !(Issuer.Scheme == Uri.UriSchemeHttps || (Issuer.Scheme == Uri.UriSchemeHttp && Issuer.IsLoopback)))
        {
            throw new InvalidDataException($"The settings are wrong: expected Oidc:Issuer to be an https address, found '{Issuer}'.");
        }

        return Audience.Length > 0
            ? this
            : throw new InvalidDataException("The settings are wrong: expected Oidc:Audience to say whom tokens are meant for, found none.");
    }
}
