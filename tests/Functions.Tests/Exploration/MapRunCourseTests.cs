using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Executions with DISTRIBUTED Maps that are stopped, fail, are tried again and redriven, on a task hub that makes mischief.</summary>
public sealed class MapRunCourseTests(ITestOutputHelper output)
{
    private const int Courses = 200;

    [Fact]
    public async Task Every_Map_Run_ends_and_every_child_with_it()
    {
        var failures = new ConcurrentBag<string>();
        var mapRuns = 0;

        await Parallel.ForAsync(0, Thoroughness.Cases(Courses), async (seed, _) => Interlocked.Add(ref mapRuns, await ExploreAsync(seed, failures)));

        output.WriteLine($"{Thoroughness.Cases(Courses)} courses, {mapRuns} Map Runs; {failures.Count} failures");
        foreach (var failure in failures.Order(StringComparer.Ordinal).Take(10))
        {
            output.WriteLine(failure);
        }

        Assert.Empty(failures);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong in a course is told with its seed; the others go on.")]
    private static async Task<int> ExploreAsync(int seed, ConcurrentBag<string> failures)
    {
        try
        {
            return await MapRunCourse.RunAsync(seed);
        }
        catch (Exception e)
        {
            failures.Add($"Seed {seed}: {e}");
            return 0;
        }
    }
}
