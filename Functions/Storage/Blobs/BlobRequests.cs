using Azure;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>Sends requests to the service, and says what their failures mean.</summary>
internal static class BlobRequests
{
    /// <summary>Sends one.</summary>
    /// <exception cref="Domain.Failures.TransientFailureException">The service could not do it for the moment; whether it was done nevertheless is unknown.</exception>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public static async ValueTask<T> SendAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await request();
        }
        catch (Exception e) when (StorageFailure.IsPassing(e, cancellationToken))
        {
            throw StorageFailure.AsTransient(e);
        }
    }

    public static bool IsContainerMissing(RequestFailedException e) => e is { Status: 404, ErrorCode: "ContainerNotFound" };

    /// <summary>Whether the blob is not there, or not even its container.</summary>
    public static bool IsMissing(RequestFailedException e) => e is { Status: 404, ErrorCode: "BlobNotFound" or "ContainerNotFound" };
}
