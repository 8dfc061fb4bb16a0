using TaskOrchestration.Api.Overview;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Tests.Overview;

public class CensusTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Counts_by_the_day_in_UTC_and_whatever_runs_however_old_it_is()
    {
        var counted = Of(Running(hoursAgo: 100), Running(1), Ended(2, ExecutionStatus.Failed), Ended(3, ExecutionStatus.TimedOut), Ended(4, ExecutionStatus.Aborted), Ended(13, ExecutionStatus.Failed)).Count(oldest: null);

        Assert.Equal((2, 4, 2), (counted.Running, counted.StartedToday, counted.FailedToday));
    }

    [Fact]
    public void The_series_has_each_start_and_each_end_in_its_own_part()
    {
        var counted = Of(Ended(hoursAgo: 23.5, ExecutionStatus.Succeeded, hours: 23), Ended(0, ExecutionStatus.Failed)).Count(oldest: null);

        Assert.Equal(24, counted.Series.Count);
        Assert.Equal((Now.AddHours(-24), 1L, 0L), (counted.Series[0].From, counted.Series[0].Started, counted.Series[0].Succeeded));
        Assert.Equal((Now.AddHours(-1), 1L, 1L, 1L), (counted.Series[23].From, counted.Series[23].Started, counted.Series[23].Succeeded, counted.Series[23].Failed));
        Assert.Equal((2L, 2L), (counted.Series.Sum(part => part.Started), counted.Series.Sum(part => part.Succeeded + part.Failed + part.TimedOut + part.Aborted)));
    }

    [Fact]
    public void Percentiles_are_durations_that_there_were_of_executions_that_have_succeeded()
    {
        var hundred = Enumerable.Range(1, 100).Select(n => Ended(2, ExecutionStatus.Succeeded, n / 3600.0)).Append(Ended(2, ExecutionStatus.Failed, 2));

        var durations = Of([.. hundred]).Count(oldest: null).Durations!;

        Assert.Equal((100L, 50.0, 95.0, 99.0), (durations.Count, Math.Round(durations.P50, 3), Math.Round(durations.P95, 3), Math.Round(durations.P99, 3)));
    }

    [Fact]
    public void Where_nothing_has_succeeded_there_are_no_durations() => Assert.Null(Of(Running(1), Ended(1, ExecutionStatus.Failed)).Count(oldest: null).Durations);

    private static Census Of(params IReadOnlyList<ExecutionSummary> found) => new(Now, Now.AddHours(-24), found, IsComplete: true);

    private static ExecutionSummary Running(double hoursAgo) => Summary(hoursAgo, ExecutionStatus.Running, stop: null);

    private static ExecutionSummary Ended(double hoursAgo, ExecutionStatus status, double hours = 0) => Summary(hoursAgo, status, Now.AddHours(hours - hoursAgo));

    private static ExecutionSummary Summary(double hoursAgo, ExecutionStatus status, DateTimeOffset? stop) => new()
    {
        ExecutionArn = $"arn:aws:states:us-east-1:123456789012:execution:Hello:{Guid.NewGuid()}",
        StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:Hello",
        Name = "one",
        Status = status,
        StartDate = Now.AddHours(-hoursAgo),
        StopDate = stop,
    };
}
