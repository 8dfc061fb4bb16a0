using System.Collections.Concurrent;
using System.Globalization;

namespace TaskOrchestration.Benchmarks.Watching;

/// <summary>The results of tasks that have been reported, and when. Each is a text that is found again in the event that follows from it.</summary>
internal sealed class ReportedResults
{
    private const string Mark = "result-";

    private readonly ConcurrentDictionary<int, long> reported = new();
    private int last;

    /// <summary>The text of a result that is to be reported.</summary>
    public static string TextOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{number:D8}");

    /// <summary>A result that is about to be reported.</summary>
    /// <returns>Its number.</returns>
    public int Report(long now)
    {
        var number = Interlocked.Increment(ref last);
        reported[number] = now;
        return number;
    }

    /// <summary>When the results were reported that are named in a text.</summary>
    public IEnumerable<long> NamedIn(string text)
    {
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            yield return reported[int.Parse(text.AsSpan(at + Mark.Length, 8), CultureInfo.InvariantCulture)];
        }
    }
}
