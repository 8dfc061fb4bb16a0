using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class RetryDelayTests
{
    [Fact]
    public void Grows_by_the_back_off_rate_with_each_retry()
    {
        var retrier = new Retrier { ErrorEquals = ["E"], IntervalSeconds = 3, BackoffRate = 2 };

        Assert.Equal([3, 6, 12, 24], Enumerable.Range(0, 4).Select(n => RetryDelay.Before(retrier, n, 1).TotalSeconds));
    }

    [Fact]
    public void Is_one_second_then_two_then_four_where_nothing_is_said() =>
        Assert.Equal([1, 2, 4], Enumerable.Range(0, 3).Select(n => RetryDelay.Before(new Retrier { ErrorEquals = ["E"] }, n, 1).TotalSeconds));

    [Fact]
    public void Draws_jitter_from_the_capped_pause()
    {
        var retrier = new Retrier { ErrorEquals = ["E"], IntervalSeconds = 10, MaxDelaySeconds = 15, FullJitter = true };

        Assert.Equal(7.5, RetryDelay.Before(retrier, 3, 0.5).TotalSeconds);
    }

    [Fact]
    public void Never_exceeds_the_cap_nor_falls_below_nothing()
    {
        var retriers =
            from interval in Gen.Choose(1, 99_999_999)
            from rate in Gen.Choose(100, 10_000)
            from cap in Gen.Choose(1, 31_622_400)
            from jitter in Gen.Elements(true, false)
            from retries in Gen.Choose(0, 10_000)
            from draw in Gen.Choose(0, 1_000_000)
            select (new Retrier { ErrorEquals = ["E"], IntervalSeconds = interval, BackoffRate = rate / 100.0, MaxDelaySeconds = cap, FullJitter = jitter }, retries, draw / 1e6);

        Prop.ForAll(retriers.ToArbitrary(), sample =>
        {
            var (retrier, retries, draw) = sample;
            var pause = RetryDelay.Before(retrier, retries, draw);
            return pause >= TimeSpan.Zero && pause.TotalSeconds <= retrier.MaxDelaySeconds!.Value;
        }).QuickCheckThrowOnFailure();
    }
}
