using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Executions with DISTRIBUTED Maps that are stopped, fail, are tried again and redriven, on a task hub that makes mischief.</summary>
public sealed class MapRunCourseTests(ITestOutputHelper output)
{
    private const int Courses = 200;

    [Fact]
    public async Task Every_Map_Run_ends_and_every_child_with_it()
    {
        var explored = await Explored<int>.ByAsync(Courses, MapRunCourse.RunAsync);

        explored.TellOf($"{explored.Outcomes.Sum()} Map Runs", output);
        Assert.Empty(explored.Failures);
    }
}
