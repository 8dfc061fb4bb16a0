namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>What is known about one version of a blob.</summary>
/// <param name="Path">Where it lies: segments separated by <c>/</c>.</param>
/// <param name="VersionId">Which version; ids of later versions sort after those of earlier ones.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Sha256">The SHA-256 of its content, in lower-case hexadecimal digits.</param>
/// <param name="At">When it was written.</param>
/// <param name="By">Who wrote it.</param>
public sealed record BlobVersion(string Path, string VersionId, long Length, string ContentType, string Sha256, DateTimeOffset At, string By);
