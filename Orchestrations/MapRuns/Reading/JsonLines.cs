using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of a file with a JSON value a line. Lines with nothing on them count for nothing.</summary>
internal static class JsonLines
{
    /// <summary>The items, one by one.</summary>
    public static async IAsyncEnumerable<MapItem> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0L;
        await foreach (var line in Lines.ReadAsync(stream, cancellationToken))
        {
            number++;
            if (line.Span.IndexOfAnyExcept(" \t"u8) >= 0)
            {
                yield return Read(line.Span, number);
            }
        }
    }

    private static Json Read(ReadOnlySpan<byte> line, long number)
    {
        try
        {
            return Json.Parse(line);
        }
        catch (JsonSyntaxException e)
        {
            throw new ItemReaderException($"Expected a JSON value on line {number}, found none: {e.Message}", e);
        }
    }
}
