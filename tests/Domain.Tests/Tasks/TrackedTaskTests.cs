using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.Tasks;

public sealed class TrackedTaskTests
{
    private static readonly TrackedTask Pending = TaskSamples.Bare("task-1");
    private static readonly DateTimeOffset Later = Samples.Now.AddMinutes(5);

    [Fact]
    public void Moves_and_takes_down_who_when_and_why()
    {
        var running = Pending.MovedTo(TrackedStatus.Running, Later, "workflow:Place", "t-1", "begun");

        Assert.Equal(
            Pending with
            {
                History = [.. Pending.History, new TaskChange(TrackedStatus.Running, Later, "workflow:Place", "t-1", "begun")],
                UpdatedAt = Later,
            },
            running);
        Assert.Equal(TrackedStatus.Running, running.Status);
        Assert.Equal(Samples.Now, running.CreatedAt);
    }

    [Fact]
    public void Changes_nothing_when_a_report_comes_again()
    {
        var running = Pending.MovedTo(TrackedStatus.Running, Later, "workflow:Place", "t-1");
        var ended = running.MovedTo(TrackedStatus.Succeeded, Later, "workflow:Ship", "t-2");

        Assert.Same(ended, ended.MovedTo(TrackedStatus.Running, Later.AddDays(1), "workflow:Place", "t-1"));
        Assert.True(ended.Knows("t-1"));
        Assert.False(ended.Knows("t-3"));
    }

    [Fact]
    public void Goes_nowhere_that_its_status_does_not_lead_to()
    {
        var refusal = Assert.Throws<IllegalTransitionException>(() => Pending.MovedTo(TrackedStatus.Waiting, Later, "Ada", "t-1"));

        Assert.Equal("Task 'task-1' is Pending and cannot become Waiting; it can become Running, Failed, Cancelled.", refusal.Message);
    }

    [Fact]
    public void Is_edited()
    {
        var due = Later.AddDays(1);

        var edited = Pending.Edited(Later, title: "New", owner: "Eve", priority: TaskPriority.High, due: due);

        Assert.Equal(
            Pending with { Title = "New", Owner = "Eve", Priority = TaskPriority.High, Due = due, UpdatedAt = Later },
            edited);
        Assert.Equal(edited with { Due = null, UpdatedAt = due }, edited.Edited(due, clearsDue: true));
        Assert.Same(edited, edited.Edited(due, title: "New"));
    }

    [Theory]
    [InlineData("", "Expected a title of 1 to 200 characters, found none.")]
    [InlineData(" \t", "Expected a title of 1 to 200 characters, found nothing but blanks.")]
    [InlineData("a\tb", "Expected a title of printable characters, found U+0009 as character 2.")]
    [InlineData("a\u2028", "Expected a title of printable characters, found U+2028 as character 2.")]
    public void Takes_no_title_that_people_cannot_read(string title, string problem)
    {
        Assert.Equal(problem, Assert.Throws<InvalidTaskException>(() => Pending.Edited(Later, title: title)).Message);
        Assert.Equal(problem, TaskRules.TitleProblem(title));
    }

    [Fact]
    public void Takes_no_half_character_and_nothing_too_long()
    {
        Assert.Equal("Expected a title of printable characters, found U+D83D as character 2.", TaskRules.TitleProblem("a\ud83d"));
        Assert.Equal("Expected a title of 1 to 200 characters, found one of 201.", TaskRules.TitleProblem(new string('x', 201)));
        Assert.Equal("Expected an owner's name of 1 to 128 characters, found one of 129.", TaskRules.OwnerProblem(new string('x', 129)));
        Assert.Null(TaskRules.TitleProblem($"🚚 {new string('ü', 197)}"));
        Assert.Null(TaskRules.OwnerProblem("ada@example.com"));
    }
}
