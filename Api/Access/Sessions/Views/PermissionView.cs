using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Sessions.Views;

[DisplayName("Permission")]
[Description("Whether the caller may do something. What is theirs they may do with their own things alone.")]
internal sealed record PermissionView
{
    [Description("An operation's id in the OpenAPI document, or states: and an action of the Step Functions API.")]
    public required string Operation { get; init; }

    public required bool Allowed { get; init; }

    [Description("Why not, in words for whoever asks.")]
    public string? Reason { get; init; }
}
