using Azure;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Functions.Storage;

/// <summary>What becomes of a request that storage did not carry out.</summary>
public static class StorageFailure
{
    /// <summary>
    /// Whether it may well work later: no answer, throttling, or trouble of the service's own. What was asked may have been done nevertheless.
    /// </summary>
    public static bool IsTransient(RequestFailedException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Status is 0 or 408 or 429 or >= 500 || failure.ErrorCode is "TableBeingDeleted" or "AccountIOPSLimitExceeded";
    }

    /// <summary>Whether a condition of the request was not met: it is there already, is not there, or is of another version.</summary>
    public static bool IsConflict(RequestFailedException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return !IsTransient(failure) && (failure.Status is 409 or 412 || failure is { Status: 404, ErrorCode: "ResourceNotFound" or "EntityNotFound" });
    }

    /// <summary>Whether nobody was reached at all or in time, or the service has trouble of its own; not that the caller called it off.</summary>
    public static bool IsPassing(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        RequestFailedException refused => IsTransient(refused),
        AggregateException several => several.InnerExceptions.All(inner => IsPassing(inner, cancellationToken)),
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        HttpRequestException or IOException => true,
        _ => false,
    };

    /// <summary>The failure as ports promise it.</summary>
    public static TransientFailureException AsTransient(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new TransientFailureException($"The records cannot be reached: {FirstLine(failure)}");
    }

    private static string FirstLine(Exception failure) => failure.Message.Split('\n', 2)[0].TrimEnd();
}
