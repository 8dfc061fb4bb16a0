namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Signing in at an identity provider.</summary>
internal static class OidcSignIn
{
    /// <summary>Where it begins.</summary>
    public const string Path = "/sign-in/oidc";

    /// <summary>Where the identity provider sends people back to.</summary>
    public const string CallbackPath = "/sign-in/oidc/callback";
}
