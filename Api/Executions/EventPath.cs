using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TaskOrchestration.Api.Executions;

/// <summary>Which event of an execution.</summary>
internal sealed record EventPath : ExecutionReference
{
    [Range(1, int.MaxValue), Description("The id of the event by which the state was entered.")]
    public required int Id { get; init; }
}
