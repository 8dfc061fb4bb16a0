using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Access.Sessions.Views;

[DisplayName("SessionDraft")]
[Description("An API key, for which a session is opened.")]
internal sealed record SessionDraft
{
    [Description("The key's id.")]
    [StringLength(64, MinimumLength = 1)]
    [Printable]
    public required string KeyId { get; init; }

    [Description("The key's secret.")]
    [StringLength(128, MinimumLength = 1)]
    [Printable]
    public required string Secret { get; init; }
}
