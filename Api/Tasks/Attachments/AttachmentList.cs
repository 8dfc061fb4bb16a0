using System.ComponentModel;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Attachments, or the versions of one.</summary>
internal sealed record AttachmentList
{
    [Description("The attachments, sorted by name; or the versions, latest first.")]
    public required IReadOnlyList<AttachmentView> Items { get; init; }
}
