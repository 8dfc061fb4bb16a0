using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Which attachment, and under which conditions it is written.</summary>
internal sealed record AttachmentWriting
{
    [StringLength(31, MinimumLength = 31), Spelled(TaskPath.IdPattern, TaskPath.IdWords), Description("The task's id.")]
    public required string Id { get; init; }

    [StringLength(AttachmentName.MaximumLength, MinimumLength = 1), Spelled(AttachmentName.Pattern, AttachmentName.Words), Description("The attachment's name.")]
    public required string Name { get; init; }

    [Header(Preconditions.IfMatch), StringLength(1000, MinimumLength = 1), Description("The ETag of the version that is meant; 412 if it is no longer the latest.")]
    public string? IfMatch { get; init; }

    [Header(Preconditions.IfNoneMatch), StringLength(1000, MinimumLength = 1), Description("* for an attachment that must not be there yet; 412 if it is.")]
    public string? IfNoneMatch { get; init; }

    [Header(Rest.Answers.ContentDigest.Header), StringLength(1000, MinimumLength = 1), Description("The content's digest, sha-256=:BASE64:. Content with another one is refused.")]
    public string? ContentDigest { get; init; }
}
