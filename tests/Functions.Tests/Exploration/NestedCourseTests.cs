using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Executions that start others and wait for them, are stopped, time out and are redriven, on a task hub that makes mischief.</summary>
public sealed class NestedCourseTests(ITestOutputHelper output)
{
    private const int Courses = 200;

    [Fact]
    public async Task Every_child_ends_and_every_parent_hears_of_it()
    {
        var explored = await Explored<int>.ByAsync(Courses, NestedCourse.RunAsync);

        explored.TellOf($"{explored.Outcomes.Sum()} executions", output);
        Assert.Empty(explored.Failures);
    }
}
