using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>How every <see cref="IExecutionRecords"/> keeps the facts of an execution.</summary>
public abstract class FactsContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    [Fact]
    public async Task Keeps_facts_of_every_kind_as_they_are()
    {
        var journal = new JournalSketch(await BornAsync()).Add(
            new Fact.TaskStarted(Noon, 1, "worker"),
            new Fact.TaskStarted(Noon, 1, Worker: null),
            new Fact.TaskSubmitted(Noon, 1, Json.Parse("""{"a":1.0}""")),
            new Fact.TaskHeartbeat(Noon, 1),
            new Fact.TaskSucceeded(Noon, 1, Json.Parse("""["ü", null, "\ud800"]""")),
            new Fact.TaskFailed(Noon, 2, new Failure("E", "because")),
            new Fact.TaskFailed(Noon, 2, new Failure(Error: null, Cause: null)),
            new Fact.TimerFired(Noon, 3),
            new Fact.Continued(Noon),
            new Fact.Stopped(Noon, new Failure("E", Cause: null)),
            new Fact.Redriven(Noon, "token"));

        Assert.True(await Records.AppendAsync(journal.All()));

        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keeps_a_batch_of_any_size(bool isInAnotherScript)
    {
        var journal = new JournalSketch(await BornAsync());
        for (var i = 0; i < 24; i++)
        {
            journal.Add(new Fact.TaskSucceeded(Noon, i, Json.Of(isInAnotherScript ? RecordSamples.OtherNoise(80_000, seed: i) : RecordSamples.Noise(250_000, seed: i))));
        }

        Assert.True(await Records.AppendAsync(journal.All() with { IsFirst = true, Opened = [.. Enumerable.Range(0, 250)], Closed = [.. Enumerable.Range(0, 120)] }));

        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
        Assert.False(await Records.IsOpenAsync(Arn, 119));
        Assert.True(await Records.IsOpenAsync(Arn, 249));
    }

    [Fact]
    public async Task Puts_batches_in_order_whatever_order_they_come_in()
    {
        var journal = new JournalSketch(await BornAsync()).Add([.. Enumerable.Range(1, 6).Select(i => Success(i))]);
        await Records.AppendAsync(journal.Batch(5, 2));
        Assert.Equal(journal.Facts.Take(1), await Records.ReadFactsAsync(Arn));
        await Records.AppendAsync(journal.Batch(1, 2));
        Assert.Equal(journal.Facts.Take(3), await Records.ReadFactsAsync(Arn));

        await Records.AppendAsync(journal.Batch(3, 2));

        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
    }

    [Fact]
    public async Task Takes_facts_down_once_however_often_and_in_whatever_pieces_it_is_told()
    {
        var journal = new JournalSketch(await BornAsync()).Add([.. Enumerable.Range(1, 6).Select(i => Success(i))]);
        (int From, int Count)[] pieces = [(1, 3), (1, 1), (1, 3), (2, 4), (4, 3), (6, 1), (1, 6)];

        foreach (var (from, count) in pieces)
        {
            Assert.True(await Records.AppendAsync(journal.Batch(from, count)));
        }

        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
    }

    [Fact]
    public async Task Facts_that_never_became_history_do_not_stay()
    {
        var record = await BornAsync();
        var real = new JournalSketch(record).Add(Success(1), Success(2), Success(3));
        var ghost = new JournalSketch(record).Add(Success(1), new Fact.TimerFired(Noon, 9), Success(4), Success(5));
        await Records.AppendAsync(ghost.Batch(1, 3));
        await Records.AppendAsync(real.Batch(1, 1));
        await Records.AppendAsync(real.Batch(2, 1));

        await Records.AppendAsync(real.Batch(3, 1) with { End = Succeeded(Json.Null) });
        await Records.AppendAsync(ghost.Batch(4, 1));

        Assert.Equal(real.Facts, await Records.ReadFactsAsync(Arn));
    }
}
