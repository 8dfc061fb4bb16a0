using System.ComponentModel;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>An attachment, or one version of it.</summary>
[DisplayName("Attachment"), Description("A file that belongs to a task; one version of it.")]
internal sealed record AttachmentView
{
    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("The version's id.")]
    public required string Version { get; init; }

    [Description("Its size in bytes.")]
    public required long Length { get; init; }

    [Description("Its media type.")]
    public required string ContentType { get; init; }

    [Description("The SHA-256 of its content in hexadecimal digits; in quotes, the ETag.")]
    public required string Sha256 { get; init; }

    [Description("When it was written.")]
    public required DateTimeOffset At { get; init; }

    [Description("Who wrote it.")]
    public required string By { get; init; }

    public static AttachmentView Of(BlobVersion version) => new()
    {
        Name = version.Path[(version.Path.LastIndexOf('/') + 1)..],
        Version = version.VersionId,
        Length = version.Length,
        ContentType = version.ContentType,
        Sha256 = version.Sha256,
        At = version.At,
        By = version.By,
    };
}
