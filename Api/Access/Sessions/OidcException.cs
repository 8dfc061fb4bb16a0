namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Somebody could not be signed in at the identity provider.</summary>
/// <param name="reason">The word for it in the address of the sign-in page.</param>
/// <param name="message">What happened; for the log and the audit journal.</param>
internal sealed class OidcException(string reason, string message) : Exception(message)
{
    /// <summary>What came back is not good.</summary>
    public const string Failed = "oidc-failed";

    /// <summary>The provider or the person has said no.</summary>
    public const string Refused = "oidc-refused";

    /// <summary>The provider cannot be reached.</summary>
    public const string Unavailable = "oidc-unavailable";

    /// <summary>The word.</summary>
    public string Reason => reason;
}
