using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TaskOrchestration.Api.Overview;

internal sealed record OverviewQuery
{
    [Description("How many hours are looked back; 24 if this is missing.")]
    [Range(1, 168)]
    public int? Hours { get; init; }
}
