namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>What is said about a blob that is to be written.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="By">Who writes it.</param>
/// <param name="MaximumBytes">The most bytes it may have.</param>
public sealed record BlobDraft(string ContentType, string By, long MaximumBytes = long.MaxValue);
