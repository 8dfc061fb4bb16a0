using System.ComponentModel;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Metrics;

/// <summary>How many tasks of one kind stand alike.</summary>
[DisplayName("TaskCount")]
internal sealed record CountView
{
    [Description("The kind.")]
    public required TaskKind Kind { get; init; }

    [Description("How they stand.")]
    public required TrackedStatus Status { get; init; }

    [Description("How many.")]
    public required long Count { get; init; }
}
