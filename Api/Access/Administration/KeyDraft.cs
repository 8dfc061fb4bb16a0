using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Access.Administration;

[DisplayName("KeyDraft")]
[Description("A key that is to be made.")]
internal sealed record KeyDraft
{
    [Description("The name of the caller who holds it: what that caller makes belongs to this name.")]
    [StringLength(128, MinimumLength = 1)]
    [Printable]
    [Example("ada")]
    public required string Owner { get; init; }

    [Description("What the holder may do. With none, they see and change what is theirs.")]
    [MaxLength(5)]
    public required IReadOnlyList<KeyRole> Roles { get; init; }

    [Description("From when on it opens nothing any more.")]
    public DateTimeOffset? Expires { get; init; }
}
