using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.StatesLanguage.Tests.MapRuns;

public sealed class MapRunTallyTests
{
    [Fact]
    public void Counts_items_and_executions_apart()
    {
        var tally = MapRunTally.Empty.Planned(3).Planned(3).Planned(1).Completed()
            .Began(3).Began(3).Ended(ExecutionStatus.Succeeded, 3).Ended(ExecutionStatus.TimedOut, 3);

        Assert.Equal(
            new MapRunTally(
                new MapRunCounts { Pending = 1, Succeeded = 3, TimedOut = 3 },
                new MapRunCounts { Pending = 1, Succeeded = 1, TimedOut = 1 },
                IsComplete: true),
            tally);
        Assert.Equal((7, 3), (tally.Items.Total, tally.Executions.Total));
    }

    [Fact]
    public void Is_settled_when_all_is_counted_and_nothing_at_work()
    {
        var begun = MapRunTally.Empty.Planned(1).Began(1);

        Assert.False(begun.Ended(ExecutionStatus.Succeeded, 1).IsSettled);
        Assert.False(begun.Completed().IsSettled);
        Assert.True(begun.Completed().Ended(ExecutionStatus.Failed, 1).IsSettled);
        Assert.True(MapRunTally.Empty.Completed().IsSettled);
    }

    [Fact]
    public void Aborts_what_has_not_ended_when_it_is_cut_short() =>
        Assert.Equal(
            new MapRunCounts { Succeeded = 1, Aborted = 2 },
            MapRunTally.Empty.Planned(1).Planned(1).Planned(1).Began(1).Began(1).Ended(ExecutionStatus.Succeeded, 1).CutShort().Items);

    [Fact]
    public void Takes_up_again_what_did_not_succeed_when_it_is_redriven()
    {
        var ended = MapRunTally.Empty.Planned(2).Planned(2).Planned(2).Completed()
            .Began(2).Ended(ExecutionStatus.Succeeded, 2).Began(2).Ended(ExecutionStatus.Failed, 2).CutShort();

        var again = ended.Redriven().BeganAgain(2);

        Assert.Equal(new MapRunCounts { Succeeded = 2, Running = 2, PendingRedrive = 2 }, again.Items);
    }

    [Fact]
    public void Counts_what_no_redrive_takes_up_again_beside_how_it_ended()
    {
        var begun = MapRunTally.Empty.Planned(2).Planned(2).Began(2).Began(2);

        var ended = begun.Ended(ExecutionStatus.TimedOut, 2, isRedrivable: false).Ended(ExecutionStatus.Succeeded, 2, isRedrivable: false);

        Assert.Equal(new MapRunCounts { Succeeded = 2, TimedOut = 2, FailuresNotRedrivable = 2 }, ended.Items);
        Assert.Equal(4, ended.Items.Total);
        Assert.Equal(new MapRunCounts { Succeeded = 1, PendingRedrive = 1 }, ended.Redriven().Executions);
    }

    [Theory]
    [InlineData(null, null, 0, false)]
    [InlineData(null, null, 1, true)]
    [InlineData(2L, null, 2, false)]
    [InlineData(2L, null, 3, true)]
    [InlineData(null, 20.0, 2, false)]
    [InlineData(null, 20.0, 3, true)]
    [InlineData(null, 0.0, 1, true)]
    [InlineData(null, 100.0, 10, false)]
    [InlineData(1L, 50.0, 2, true)]
    [InlineData(9L, 10.0, 2, true)]
    [InlineData(9L, 50.0, 5, false)]
    [InlineData(0L, 0.0, 1, true)]
    [InlineData(0L, 50.0, 5, false)]
    [InlineData(0L, 50.0, 6, true)]
    [InlineData(9L, 0.0, 9, false)]
    public void Says_when_too_many_of_ten_items_failed(long? count, double? percentage, int failed, bool isExceeded)
    {
        var tally = Enumerable.Range(0, 10).Aggregate(MapRunTally.Empty, (tally, _) => tally.Planned(1)).Completed();
        var ended = Enumerable.Range(0, failed).Aggregate(tally, (tally, _) => tally.Began(1).Ended(ExecutionStatus.Failed, 1));

        Assert.Equal(isExceeded, ended.Exceeds(new MapRunTolerance(count, percentage)));
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(1.0, false)]
    public void Does_not_judge_a_share_before_all_items_are_counted(double percentage, bool isExceeded) =>
        Assert.Equal(isExceeded, MapRunTally.Empty.Planned(1).Began(1).Ended(ExecutionStatus.Failed, 1).Exceeds(new MapRunTolerance(null, percentage)));
}
