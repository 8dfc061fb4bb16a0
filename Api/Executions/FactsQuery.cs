using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TaskOrchestration.Api.Executions;

/// <summary>Which facts of an execution.</summary>
internal sealed record FactsQuery : ExecutionReference
{
    public const int DefaultLimit = 200;

    [Range(0, int.MaxValue), Description("The index of the last fact that is known already.")]
    public int? After { get; init; }

    [Range(1, 1_000), DefaultValue(DefaultLimit), Description("At most so many.")]
    public int? Limit { get; init; }
}
