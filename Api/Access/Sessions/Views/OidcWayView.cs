using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Sessions.Views;

[DisplayName("OidcWay")]
[Description("The identity provider.")]
internal sealed record OidcWayView
{
    [Description("What people call it.")]
    public required string Name { get; init; }

    [Description("The address to open, in the window itself.")]
    public required string Address { get; init; }
}
