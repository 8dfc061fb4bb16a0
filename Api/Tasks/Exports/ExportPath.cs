using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks.Exports;

/// <summary>Which export.</summary>
internal sealed record ExportPath
{
    [StringLength(128, MinimumLength = 1), Printable, Description("The export's id.")]
    public required string Id { get; init; }
}
