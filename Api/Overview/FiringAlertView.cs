using System.ComponentModel;

namespace TaskOrchestration.Api.Overview;

[DisplayName("FiringAlert")]
[Description("An alert that is firing.")]
internal sealed record FiringAlertView
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    [Description("How grave it is: 0 critical, 1 error, 2 warning, 3 informational, 4 verbose.")]
    public required int Severity { get; init; }

    public required DateTimeOffset Since { get; init; }

    [Description("What was found.")]
    public required double Value { get; init; }

    [Description("More than this is too much.")]
    public required double Threshold { get; init; }
}
