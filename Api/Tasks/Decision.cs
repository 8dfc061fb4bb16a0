using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks;

/// <summary>What somebody says who decides about an order.</summary>
internal sealed record Decision
{
    [StringLength(1000, MinimumLength = 1), Printable, Description("What whoever reads the task's history should know.")]
    public string? Note { get; init; }
}
