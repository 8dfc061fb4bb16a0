using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Sessions.Views;

[DisplayName("SignIn")]
[Description("In which ways one can sign in.")]
internal sealed record SignInView
{
    [Description("Whether there is no need to: the server asks nobody for anything.")]
    public required bool Anonymous { get; init; }

    [Description("Whether with an API key.")]
    public required bool ApiKey { get; init; }

    [Description("Whether with a one-time link, which the server prints when it starts.")]
    public required bool Link { get; init; }

    [Description("At an identity provider; missing when there is none.")]
    public OidcWayView? Oidc { get; init; }
}
