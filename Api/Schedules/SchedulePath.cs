using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Api.Schedules;

/// <summary>Which schedule.</summary>
internal sealed record SchedulePath
{
    /// <summary>The form of a schedule's name. Dots alone are none: in a path they are steps.</summary>
    public const string NamePattern = @"^(?!\.+$)[A-Za-z0-9_.-]+$";

    /// <summary>The same in words.</summary>
    public const string NameWords = "a name of letters, digits, underscores, hyphens and dots, and not of dots alone";

    [StringLength(ScheduleRules.MaximumNameLength, MinimumLength = 1), Spelled(NamePattern, NameWords), Example("nightly-settlement"), Description("The schedule's name.")]
    public required string Name { get; init; }
}
