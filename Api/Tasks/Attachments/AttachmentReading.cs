using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Which version of an attachment, and which part. Conditions are read where the file is handed out.</summary>
internal sealed record AttachmentReading
{
    [StringLength(31, MinimumLength = 31), Spelled(TaskPath.IdPattern, TaskPath.IdWords), Description("The task's id.")]
    public required string Id { get; init; }

    [StringLength(AttachmentName.MaximumLength, MinimumLength = 1), Spelled(AttachmentName.Pattern, AttachmentName.Words), Description("The attachment's name.")]
    public required string Name { get; init; }

    [StringLength(128, MinimumLength = 1), Spelled("^[0-9A-Za-z._-]+$", "letters, digits, dots, underscores and hyphens"), Description("The version's id; the latest without it.")]
    public string? Version { get; init; }

    [Header("Range"), StringLength(200, MinimumLength = 1), Description("The part that is wanted, for instance bytes=0-1023."), Example("bytes=0-1023")]
    public string? Range { get; init; }
}
