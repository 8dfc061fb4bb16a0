using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Why a task is called off.</summary>
internal sealed record CancelRequest
{
    [StringLength(1000, MinimumLength = 1), Printable, Description("Why.")]
    public string? Reason { get; init; }
}
