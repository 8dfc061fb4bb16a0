using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.Tests.Tasks;

public sealed class TaskTransitionsTests
{
    [Theory]
    [InlineData(TrackedStatus.Pending, "Running, Failed, Cancelled")]
    [InlineData(TrackedStatus.Running, "Running, Waiting, Succeeded, Failed, Cancelled")]
    [InlineData(TrackedStatus.Waiting, "Running, Succeeded, Failed, Cancelled")]
    [InlineData(TrackedStatus.Succeeded, "nothing else")]
    [InlineData(TrackedStatus.Failed, "Running, Pending")]
    [InlineData(TrackedStatus.Cancelled, "Running, Pending")]
    public void Says_what_a_status_leads_to(TrackedStatus from, string expected) => Assert.Equal(expected, TaskTransitions.NamesAfter(from));

    [Fact]
    public void Knows_every_status() =>
        Assert.All(Enum.GetValues<TrackedStatus>(), from => Assert.All(
            Enum.GetValues<TrackedStatus>(), to => Assert.Equal(TaskTransitions.After(from).Contains(to), TaskTransitions.Leads(from, to))));

    [Fact]
    public void Ends_where_nothing_is_at_work() => Assert.Equal(
        [TrackedStatus.Succeeded, TrackedStatus.Failed, TrackedStatus.Cancelled], Enum.GetValues<TrackedStatus>().Where(TaskTransitions.IsEnd));
}
