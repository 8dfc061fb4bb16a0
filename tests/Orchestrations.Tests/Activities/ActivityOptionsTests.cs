using TaskOrchestration.Orchestrations.Activities;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

public sealed class ActivityOptionsTests
{
    [Fact]
    public void Is_as_on_AWS_without_being_set() =>
        Assert.Equal(new ActivityOptions { LongestPoll = TimeSpan.FromMinutes(1), WaitingWorkers = 1_000, Doubt = TimeSpan.FromMinutes(1) }, new ActivityOptions().Checked());

    [Theory]
    [InlineData(0, 1, 1, "Activities:LongestPoll")]
    [InlineData(1, 0, 1, "Activities:WaitingWorkers")]
    [InlineData(1, 1, -1, "Activities:Doubt")]
    public void Says_what_cannot_work(int poll, int workers, int doubt, string setting)
    {
        var options = new ActivityOptions { LongestPoll = TimeSpan.FromSeconds(poll), WaitingWorkers = workers, Doubt = TimeSpan.FromSeconds(doubt) };

        Assert.Contains(setting, Assert.Throws<InvalidDataException>(options.Checked).Message, StringComparison.Ordinal);
    }
}
