using Azure;
using Azure.Data.Tables.Models;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Tells a transaction that was refused because the rows are not what it expects from one that failed.</summary>
internal static class Refusal
{
    private static readonly string[] Codes =
    [
        TableErrorCode.EntityAlreadyExists.ToString(),
        TableErrorCode.EntityNotFound.ToString(),
        TableErrorCode.ResourceNotFound.ToString(),
        TableErrorCode.UpdateConditionNotSatisfied.ToString(),
    ];

    public static bool Is(RequestFailedException e) => Codes.Contains(e.ErrorCode);
}
