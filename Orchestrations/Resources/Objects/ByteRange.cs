using System.Globalization;
using TaskOrchestration.Orchestrations.Resources.Services;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary>Which bytes of an object are wanted.</summary>
/// <param name="Start">From which on.</param>
/// <param name="Length">How many.</param>
/// <param name="Total">How many there are.</param>
/// <param name="IsPart">Whether a range was asked for.</param>
internal sealed record ByteRange(long Start, long Length, long Total, bool IsPart)
{
    private const string Unit = "bytes=";

    /// <summary>Reads <c>bytes=0-9</c>, <c>bytes=10-</c> or <c>bytes=-5</c>. What is none of these asks for all, as in HTTP.</summary>
    /// <exception cref="ServiceException">There is nothing in the range.</exception>
    public static ByteRange Read(string? text, long total)
    {
        if (text is null || !text.StartsWith(Unit, StringComparison.Ordinal) || text[Unit.Length..].Split('-') is not [var from, var to])
        {
            return new ByteRange(0, total, total, IsPart: false);
        }

        var (first, last) = (Number(from), Number(to));
        var start = first ?? Math.Max(0, total - (last ?? 0));
        var end = first is null || last is null ? total - 1 : Math.Min(last.Value, total - 1);
        return start < total && start <= end
            ? new ByteRange(start, end - start + 1, total, IsPart: true)
            : throw new ServiceException("InvalidRange", "The requested range is not satisfiable") { Status = 416 };
    }

    /// <summary>As the answer has it.</summary>
    public override string ToString() => $"bytes {Start}-{Start + Length - 1}/{Total}";

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
