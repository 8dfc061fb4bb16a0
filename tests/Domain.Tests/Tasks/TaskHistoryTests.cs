using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.Tasks;

public sealed class TaskHistoryTests
{
    [Fact]
    public void Keeps_every_line_up_to_two_hundred()
    {
        var task = Running(TaskHistory.MaximumLines - 2);

        Assert.Equal(TaskHistory.MaximumLines, task.History.Count);
        Assert.True(task.Knows("step-0"));
    }

    [Fact]
    public void Leaves_out_the_oldest_steps_and_keeps_the_first_line_the_statuses_and_the_latest_lines()
    {
        var failed = Running(50).MovedTo(TrackedStatus.Failed, Samples.Now, "workflow:A", "failure").MovedTo(TrackedStatus.Running, Samples.Now, "Bob", "retry");
        var task = Steps(failed, 1_000);

        Assert.Equal(TaskHistory.MaximumLines, task.History.Count);
        Assert.Equal("submit", task.History[0].Token);
        Assert.True(task.Knows("failure"));
        Assert.True(task.Knows("retry"));
        Assert.Equal(
            Enumerable.Range(1_000 - TaskHistory.AlwaysKept, TaskHistory.AlwaysKept).Select(step => $"later-{step}"),
            task.History.TakeLast(TaskHistory.AlwaysKept).Select(change => change.Token));
    }

    [Fact]
    public void Leaves_out_the_oldest_status_when_there_are_nothing_but_statuses()
    {
        var task = TaskSamples.Bare("task-1");
        for (var attempt = 0; attempt < 300; attempt++)
        {
            task = task.MovedTo(TrackedStatus.Running, Samples.Now, "Bob", $"run-{attempt}").MovedTo(TrackedStatus.Failed, Samples.Now, "Bob", $"fail-{attempt}");
        }

        Assert.Equal(TaskHistory.MaximumLines, task.History.Count);
        Assert.Equal(["submit", "fail-200", "run-201"], task.History.Take(3).Select(change => change.Token));
    }

    [Fact]
    public void Cuts_a_note_that_is_too_long_between_two_characters()
    {
        Assert.Equal(new string('x', 1_000), Note(new string('x', 1_000)));
        Assert.Equal($"{new string('x', 999)}…", Note(new string('x', 1_001)));
        Assert.Equal($"{new string('x', 998)}…", Note($"{new string('x', 998)}🚚🚚"));
    }

    private static string? Note(string note) =>
        TaskSamples.Bare("task-1").MovedTo(TrackedStatus.Running, Samples.Now, "Bob", "t", note).History[^1].Note;

    private static TrackedTask Running(int steps)
    {
        var task = TaskSamples.Bare("task-1").MovedTo(TrackedStatus.Running, Samples.Now, "workflow:A", "begin");
        return Enumerable.Range(0, steps).Aggregate(task, (moved, step) => moved.MovedTo(TrackedStatus.Running, Samples.Now, "workflow:A", $"step-{step}"));
    }

    private static TrackedTask Steps(TrackedTask task, int steps) =>
        Enumerable.Range(0, steps).Aggregate(task, (moved, step) => moved.MovedTo(TrackedStatus.Running, Samples.Now, "workflow:A", $"later-{step}"));
}
