using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Which attachment, and which version of it is meant.</summary>
internal sealed record AttachmentDeleting
{
    [StringLength(31, MinimumLength = 31), Spelled(TaskPath.IdPattern, TaskPath.IdWords), Description("The task's id.")]
    public required string Id { get; init; }

    [StringLength(AttachmentName.MaximumLength, MinimumLength = 1), Spelled(AttachmentName.Pattern, AttachmentName.Words), Description("The attachment's name.")]
    public required string Name { get; init; }

    [Header(Preconditions.IfMatch), StringLength(1000, MinimumLength = 1), Description("The ETag of the version that is meant; 412 if it is no longer the latest.")]
    public string? IfMatch { get; init; }
}
