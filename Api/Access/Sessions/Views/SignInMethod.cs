using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Sessions.Views;

/// <summary>How a session was opened.</summary>
[Description("How a session was opened: with an API key, with a one-time link, or at an identity provider.")]
internal enum SignInMethod
{
    /// <summary>With an API key.</summary>
    Key,

    /// <summary>With a one-time link.</summary>
    Link,

    /// <summary>At the identity provider.</summary>
    Oidc,
}
