using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Access.Administration;

internal sealed record KeyPath
{
    [Description("The key's id.")]
    [StringLength(20, MinimumLength = 1)]
    [Printable]
    public required string Id { get; init; }
}
