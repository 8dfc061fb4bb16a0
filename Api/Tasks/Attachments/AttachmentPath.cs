using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Which attachment.</summary>
internal sealed record AttachmentPath
{
    [StringLength(31, MinimumLength = 31), RegularExpression(TaskPath.IdPattern), Description("The task's id.")]
    public required string Id { get; init; }

    [StringLength(AttachmentName.MaximumLength, MinimumLength = 1), RegularExpression(AttachmentName.Pattern), Description("The attachment's name.")]
    public required string Name { get; init; }
}
