using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Executions that start others and wait for them, are stopped, time out and are redriven, on a task hub that makes mischief.</summary>
public sealed class NestedCourseTests(ITestOutputHelper output)
{
    private const int Courses = 200;

    [Fact]
    public async Task Every_child_ends_and_every_parent_hears_of_it()
    {
        var failures = new ConcurrentBag<string>();
        var executions = 0;

        await Parallel.ForAsync(0, Thoroughness.Cases(Courses), async (seed, _) => Interlocked.Add(ref executions, await ExploreAsync(seed, failures)));

        output.WriteLine($"{Thoroughness.Cases(Courses)} courses, {executions} executions; {failures.Count} failures");
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
            return await NestedCourse.RunAsync(seed);
        }
        catch (Exception e)
        {
            failures.Add($"Seed {seed}: {e}");
            return 0;
        }
    }
}
