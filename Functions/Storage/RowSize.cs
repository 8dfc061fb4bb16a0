using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage;

/// <summary>How much of a request a row takes: a transaction has 4 MiB, and the service says no to more.</summary>
internal static class RowSize
{
    /// <summary>Names, keys and whatever is neither text nor binary.</summary>
    private const int BytesOfAnyRow = 600;

    /// <summary>A character as an escape sequence, which is how most of those that are not ASCII travel.</summary>
    private const int BytesOfAnyCharacter = 6;

    /// <summary>How many bytes at most.</summary>
    public static int Of(TableEntity row) => BytesOfAnyRow + row.Sum(property => property.Value switch
    {
        string text => BytesOfAnyCharacter * text.Length,
        byte[] binary => 4 * ((binary.Length + 2) / 3),
        _ => 0,
    });
}
