using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Access;

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

    [Description("For which machines it is: names, or ARNs of machines and activities, with * for any text. For all, if none are given; a key of an admin always is.")]
    [MaxLength(MachineScope.MostPatterns)]
    [StringLength(MachineScope.LongestPattern, MinimumLength = 1)]
    [Example("orders-*")]
    public IReadOnlyList<string>? Machines { get; init; }

    [Description("From when on it opens nothing any more.")]
    public DateTimeOffset? Expires { get; init; }
}
