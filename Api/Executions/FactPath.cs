using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TaskOrchestration.Api.Executions;

/// <summary>Which fact of an execution.</summary>
internal sealed record FactPath : ExecutionReference
{
    [Range(0, int.MaxValue), Description("The fact's index: 0, 1, 2 …")]
    public required int Index { get; init; }
}
