using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>A body that becomes a task.</summary>
internal abstract record SubmissionDraft
{
    [StringLength(TaskRules.MaximumTitleLength, MinimumLength = 1), Printable, Description("What people are to call the task; without it, a title that follows from the content.")]
    public string? Title { get; init; }

    [StringLength(TaskRules.MaximumOwnerLength, MinimumLength = 1), Printable, Description("Whose task it is to be: the name of a caller; the submitter's without it.")]
    public string? Owner { get; init; }

    [DefaultValue("normal"), Description("How urgent it is to the people who look after it.")]
    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    [Description("When it should be done.")]
    public DateTimeOffset? Due { get; init; }

    /// <summary>What the task is to be about.</summary>
    [JsonIgnore]
    public abstract TaskKind Kind { get; }

    /// <summary>What its workflow is to be started with.</summary>
    public abstract JsonObject ToInput();
}
