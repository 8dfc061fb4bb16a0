using System.ComponentModel;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Overview;

[DisplayName("WaitingTask")]
[Description("A task that waits.")]
internal sealed record WaitingTaskView
{
    public required string Id { get; init; }

    public required TaskKind Kind { get; init; }

    public required string Owner { get; init; }

    [Description("Since when.")]
    public required DateTimeOffset Since { get; init; }
}
