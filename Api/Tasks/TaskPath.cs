using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Which task.</summary>
internal sealed record TaskPath
{
    /// <summary>The form of a task's id.</summary>
    public const string IdPattern = "^task-[0-9a-hjkmnp-tv-z]{26}$";

    [StringLength(31, MinimumLength = 31), RegularExpression(IdPattern), Description("The task's id.")]
    public required string Id { get; init; }
}
