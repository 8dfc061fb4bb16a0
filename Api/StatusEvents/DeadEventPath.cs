using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.StatusEvents;

/// <summary>Which of the events that were given up.</summary>
internal sealed record DeadEventPath
{
    /// <summary>The longest name of a subscription that there is: that of a rule.</summary>
    public const int LongestName = 200;

    [StringLength(LongestName, MinimumLength = 1), Example("billing"), Description("The subscription's name.")]
    public required string Name { get; init; }

    [StringLength(120, MinimumLength = 1), Spelled("^[A-Za-z0-9-]+$", "letters, digits and hyphens"), Description("Which event: the id in the list of those that were given up.")]
    public required string Id { get; init; }
}
