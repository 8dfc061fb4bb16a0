using System.ComponentModel;

namespace TaskOrchestration.Api.Overview;

[DisplayName("Throughput")]
[Description("Executions in a part of the time: those started in it, and those ended in it, by how they ended.")]
internal sealed record ThroughputView
{
    [Description("When the part begins; it ends where the next one begins.")]
    public required DateTimeOffset From { get; init; }

    public required long Started { get; init; }

    public required long Succeeded { get; init; }

    public required long Failed { get; init; }

    public required long TimedOut { get; init; }

    public required long Aborted { get; init; }
}
