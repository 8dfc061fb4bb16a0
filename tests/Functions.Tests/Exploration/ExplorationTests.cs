using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Generated machines under random facts, on a task hub that does everything it may: repeats, loses, delays, reorders.</summary>
public sealed class ExplorationTests(ITestOutputHelper output)
{
    private const int Machines = 2_000;

    [Fact]
    public async Task Every_course_is_deterministic_loses_no_fact_gets_stuck_nowhere_and_is_what_its_facts_say()
    {
        var outcomes = new ConcurrentBag<CourseOutcome>();
        var failures = new ConcurrentBag<string>();

        await Parallel.ForAsync(0, Thoroughness.Cases(Machines), async (seed, _) => await ExploreAsync(seed, outcomes, failures));

        output.WriteLine(
            $"{outcomes.Count + failures.Count} machines: {outcomes.Sum(outcome => outcome.Facts)} facts, {outcomes.Sum(outcome => outcome.Episodes)} episodes, "
            + $"{outcomes.Sum(outcome => outcome.Generations)} generations, {outcomes.Sum(outcome => outcome.Redrives)} redrives, {outcomes.Sum(outcome => outcome.Children)} children of Map Runs; {failures.Count} failures");
        foreach (var failure in failures.Order(StringComparer.Ordinal).Take(10))
        {
            output.WriteLine(failure);
        }

        Assert.Empty(failures);
        Assert.Contains(outcomes, outcome => outcome.Children > 0);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong in a course is told with its seed; the others go on.")]
    private static async Task ExploreAsync(int seed, ConcurrentBag<CourseOutcome> outcomes, ConcurrentBag<string> failures)
    {
        try
        {
            outcomes.Add(await Course.RunAsync(seed));
        }
        catch (Exception e)
        {
            failures.Add($"Seed {seed}: {e}");
        }
    }
}
