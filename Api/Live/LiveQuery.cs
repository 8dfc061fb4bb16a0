using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Executions;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Live;

/// <summary>Which execution is watched, and from where on.</summary>
internal sealed record LiveQuery : ExecutionReference
{
    [Range(0, int.MaxValue), Description("The id of the last event that is known already.")]
    public int? After { get; init; }

    [DefaultValue(true), Description("Whether to stay when the execution has ended: it may be redriven.")]
    public bool? Follow { get; init; }

    [Header("Last-Event-ID"), Range(0, int.MaxValue), Description("The id of the last event that was received, as browsers send it when they come back. It counts before after.")]
    public int? LastEventId { get; init; }
}
