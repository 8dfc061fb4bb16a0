using System.ComponentModel;

namespace TaskOrchestration.Api.Clock;

/// <summary>The server's clock.</summary>
[DisplayName("Clock")]
internal sealed record ClockView
{
    [Description("The time on it.")]
    public required DateTimeOffset Now { get; init; }

    [Description("How far it is ahead of the machine's, as an ISO 8601 duration.")]
    public required string AheadBy { get; init; }
}
