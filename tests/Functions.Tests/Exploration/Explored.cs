using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>What came of many courses, one a seed.</summary>
/// <param name="Outcomes">Those that went well.</param>
/// <param name="Failures">What went wrong in the others, with their seeds.</param>
internal sealed record Explored<T>(IReadOnlyCollection<T> Outcomes, IReadOnlyCollection<string> Failures)
{
    private const int MostTold = 10;

    /// <summary>Runs them on all processors.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong in a course is told with its seed; the others go on.")]
    public static async Task<Explored<T>> ByAsync(int courses, Func<int, Task<T>> course)
    {
        var outcomes = new ConcurrentBag<T>();
        var failures = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, Thoroughness.Cases(courses), async (seed, _) =>
        {
            try
            {
                outcomes.Add(await course(seed));
            }
            catch (Exception e)
            {
                failures.Add($"Seed {seed}: {e}");
            }
        });
        return new Explored<T>(outcomes, failures);
    }

    /// <summary>Tells what it came to, and the first things that went wrong.</summary>
    public void TellOf(string what, ITestOutputHelper output)
    {
        output.WriteLine($"{Outcomes.Count + Failures.Count} courses: {what}; {Failures.Count} failures");
        foreach (var failure in Failures.Order(StringComparer.Ordinal).Take(MostTold))
        {
            output.WriteLine(failure);
        }
    }
}
