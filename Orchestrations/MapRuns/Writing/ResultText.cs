using System.Buffers;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Writing;

/// <summary>The text of a file of results: one array, or one value a line.</summary>
internal static class ResultText
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>The text in pieces. A piece is good until the next one is asked for.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces(IAsyncEnumerable<Json> results, ResultOutputType type)
    {
        var isArray = type == ResultOutputType.Json;
        var text = new ArrayBufferWriter<byte>(PieceBytes);
        text.Write(isArray ? "["u8 : ""u8);
        var isFirst = true;
        await foreach (var result in results)
        {
            text.Write(isFirst || !isArray ? ""u8 : ","u8);
            result.WriteTo(text);
            text.Write(isArray ? ""u8 : "\n"u8);
            isFirst = false;
            if (text.WrittenCount >= PieceBytes)
            {
                yield return text.WrittenMemory;
                text.ResetWrittenCount();
            }
        }

        text.Write(isArray ? "]"u8 : ""u8);
        yield return text.WrittenMemory;
    }
}
