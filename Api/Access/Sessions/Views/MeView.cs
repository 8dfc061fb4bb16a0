using System.ComponentModel;
using TaskOrchestration.Api.Access.Administration;

namespace TaskOrchestration.Api.Access.Sessions.Views;

[DisplayName("Me")]
[Description("Who asks, and what they may do.")]
internal sealed record MeView
{
    [Description("By what name the caller owns things.")]
    public required string Name { get; init; }

    public required IReadOnlyList<KeyRole> Roles { get; init; }

    [Description("For which machines the caller's key is, as names or ARNs with * for any text; missing for all.")]
    public IReadOnlyList<string>? Machines { get; init; }

    [Description("How the caller has shown who they are.")]
    public required SignedIn SignedIn { get; init; }

    [Description("The session; missing for callers without one.")]
    public SessionView? Session { get; init; }

    [Description("Everything that there is to do, sorted by name.")]
    public required IReadOnlyList<PermissionView> Permissions { get; init; }
}
