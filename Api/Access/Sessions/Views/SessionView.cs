using System.ComponentModel;
using TaskOrchestration.Api.Access.Administration;

namespace TaskOrchestration.Api.Access.Sessions.Views;

[DisplayName("Session")]
[Description("A session of the console. What opens it is in a cookie that no script can read.")]
internal sealed record SessionView
{
    [Description("By what name the caller owns things.")]
    public required string Name { get; init; }

    public required IReadOnlyList<KeyRole> Roles { get; init; }

    [Description("How it was opened.")]
    public required SignInMethod By { get; init; }

    [Description("When it ends at the latest.")]
    public required DateTimeOffset Expires { get; init; }
}
