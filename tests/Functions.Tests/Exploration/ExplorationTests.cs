using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Generated machines under random facts, on a task hub that does everything it may: repeats, loses, delays, reorders.</summary>
public sealed class ExplorationTests(ITestOutputHelper output)
{
    private const int Machines = 2_000;

    [Fact]
    public async Task Every_course_is_deterministic_loses_no_fact_gets_stuck_nowhere_and_is_what_its_facts_say()
    {
        var explored = await Explored<CourseOutcome>.ByAsync(Machines, Course.RunAsync);

        var outcomes = explored.Outcomes;
        explored.TellOf(
            $"{outcomes.Sum(outcome => outcome.Facts)} facts, {outcomes.Sum(outcome => outcome.Episodes)} episodes, {outcomes.Sum(outcome => outcome.Generations)} generations, "
            + $"{outcomes.Sum(outcome => outcome.Redrives)} redrives, {outcomes.Sum(outcome => outcome.Children)} children of Map Runs",
            output);
        Assert.Empty(explored.Failures);
        Assert.Contains(outcomes, outcome => outcome.Children > 0);
    }
}
