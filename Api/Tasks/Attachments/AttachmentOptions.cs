namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>What may be attached to a task; the section <c>Attachments</c> of the settings.</summary>
public sealed class AttachmentOptions
{
    /// <summary>The most bytes an attachment may have.</summary>
    public long MaximumBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>The most attachments a task may have; versions do not count.</summary>
    public int MaximumCount { get; set; } = 50;

    /// <summary>The media types that are taken; <c>image/*</c> stands for all images. When settings name some, those are added to the usual ones.</summary>
    public IList<string> MediaTypes { get; } =
    [
        "application/pdf", "application/json", "application/xml", "application/zip", "application/octet-stream", "application/jsonl",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/plain", "text/csv", "text/markdown", "message/rfc822", "image/*",
    ];

    /// <summary>Whether a media type is taken.</summary>
    internal bool Takes(string mediaType) => MediaTypes.Any(known =>
        known.EndsWith("/*", StringComparison.Ordinal)
            ? mediaType.StartsWith(known[..^1], StringComparison.OrdinalIgnoreCase)
            : mediaType.Equals(known, StringComparison.OrdinalIgnoreCase));
}
