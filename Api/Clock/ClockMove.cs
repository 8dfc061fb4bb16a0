using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Clock;

/// <summary>Where the clock is to go: one of the two.</summary>
[DisplayName("ClockMove")]
internal sealed record ClockMove
{
    [StringLength(40, MinimumLength = 2), Spelled("^P(\\d{1,4}D)?(T(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,8}(\\.\\d{1,7})?S)?)?$", "an ISO 8601 duration of days, hours, minutes and seconds"), Example("PT24H"), Description("How far forward, as an ISO 8601 duration of days, hours, minutes and seconds.")]
    public string? Advance { get; init; }

    [Example("2026-11-23T03:00:00Z"), Description("To which moment.")]
    public DateTimeOffset? To { get; init; }
}
