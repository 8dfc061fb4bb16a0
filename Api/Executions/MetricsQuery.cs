using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Executions;

/// <summary>Which executions of a machine are counted.</summary>
internal sealed record MetricsQuery
{
    public const int DefaultBuckets = 24;

    [StringLength(2000, MinimumLength = 1), Example("OrderProcessing"), Description("The machine's name, or its ARN, percent-encoded.")]
    public required string Name { get; init; }

    [Description("Those that began at this moment or later; a day before the end where nothing is said.")]
    public DateTimeOffset? From { get; init; }

    [Description("Those that began before this moment; now where nothing is said.")]
    public DateTimeOffset? To { get; init; }

    [Range(1, 200), DefaultValue(DefaultBuckets), Description("Into how many equal parts the time is divided.")]
    public int? Buckets { get; init; }
}
