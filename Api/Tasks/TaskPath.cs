using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Which task.</summary>
internal sealed record TaskPath
{
    /// <summary>The form of a task's id.</summary>
    public const string IdPattern = "^task-[0-9a-hjkmnp-tv-z]{26}$";

    /// <summary>The same in words.</summary>
    public const string IdWords = "a task's id: 'task-' with 26 digits and lower-case letters";

    [StringLength(31, MinimumLength = 31), Spelled(IdPattern, IdWords), Description("The task's id.")]
    public required string Id { get; init; }
}
