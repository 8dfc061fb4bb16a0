using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Which attachment.</summary>
internal sealed record AttachmentPath
{
    [StringLength(31, MinimumLength = 31), Spelled(TaskPath.IdPattern, TaskPath.IdWords), Description("The task's id.")]
    public required string Id { get; init; }

    [StringLength(AttachmentName.MaximumLength, MinimumLength = 1), Spelled(AttachmentName.Pattern, AttachmentName.Words), Description("The attachment's name.")]
    public required string Name { get; init; }
}
