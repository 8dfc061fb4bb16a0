using Azure;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>What the service says is wrong.</summary>
internal static class BlobErrors
{
    public static bool IsContainerMissing(RequestFailedException e) => e is { Status: 404, ErrorCode: "ContainerNotFound" };

    /// <summary>Whether the blob is not there, or not even its container.</summary>
    public static bool IsMissing(RequestFailedException e) => e is { Status: 404, ErrorCode: "BlobNotFound" or "ContainerNotFound" };
}
