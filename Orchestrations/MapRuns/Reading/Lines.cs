using System.Runtime.CompilerServices;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The lines of a file as bytes, one at a time.</summary>
internal static class Lines
{
    private const int SmallestBuffer = 64 * 1024;

    /// <summary>The lines without their ends and without a byte order mark. A line is good until the next one is asked for.</summary>
    /// <exception cref="ItemReaderException">A line has more bytes than an item may have.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[SmallestBuffer];
        var end = 0;
        var isFirst = true;
        for (int read; (read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken)) > 0;)
        {
            var begin = 0;
            var searched = end;
            end += read;
            for (int at; (at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n')) >= 0;)
            {
                yield return Trimmed(buffer.AsMemory(begin, searched + at - begin), isFirst);
                isFirst = false;
                begin = searched = searched + at + 1;
            }

            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            end -= begin;
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, Larger(buffer.Length));
            }
        }

        if (end > 0)
        {
            yield return Trimmed(buffer.AsMemory(0, end), isFirst);
        }
    }

    private static int Larger(int length) => length < ReadLimits.ItemBytes
        ? 2 * length
        : throw new ItemReaderException($"Expected lines of at most {ReadLimits.ItemBytes} bytes, found a longer one.");

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line, bool isFirst)
    {
        var text = isFirst && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
        return text.Span.EndsWith("\r"u8) ? text[..^1] : text;
    }
}
