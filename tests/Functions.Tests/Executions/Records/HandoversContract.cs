using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>What every <see cref="IExecutionRecords"/> names because it may never have reached its orchestration.</summary>
public abstract class HandoversContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    [Fact]
    public async Task Names_an_execution_that_nobody_may_have_started()
    {
        var record = await BornAsync();
        Assert.Empty(await MineAsync(Records.RepairAsync(Time.GetUtcNow())));

        Assert.Equal([new UnfinishedHandover(record, Answer: null)], await RepairLaterAsync());
        Assert.Equal([new UnfinishedHandover(record, Answer: null)], await MineAsync(Records.RepairAsync(Time.GetUtcNow(), Arn)));
        Assert.Empty(await Records.RepairAsync(Time.GetUtcNow(), Arn + "2"));

        await Records.BegunAsync(record);
        await Records.BegunAsync(record);

        Assert.Empty(await RepairLaterAsync());
    }

    [Fact]
    public async Task The_first_batch_of_an_orchestration_says_that_it_was_started()
    {
        var record = await BornAsync();
        var journal = new JournalSketch(record).Add(Success(1), Success(2));

        await Records.AppendAsync(journal.Batch(2, 1));
        Assert.Single(await RepairLaterAsync());
        await Records.AppendAsync(journal.Batch(1, 1) with { IsFirst = true });
        await Records.AppendAsync(journal.Batch(1, 1) with { IsFirst = true });

        Assert.Empty(await RepairLaterAsync());
        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
    }

    [Fact]
    public async Task An_end_leaves_nobody_to_be_started()
    {
        var journal = new JournalSketch(await BornAsync()).Add(Success(1));

        await Records.AppendAsync(journal.All() with { End = Succeeded(Json.Null) });

        Assert.Empty(await RepairLaterAsync());
    }

    [Fact]
    public async Task Names_an_execution_that_was_redriven_and_nobody_may_have_started()
    {
        var (record, journal) = await FailedAsync();
        var again = await Records.TryRedriveAsync(record, new Fact.Redriven(Noon.AddDays(2), ClientToken: null), journal.Facts.Count, journal.Chain);
        await Records.BegunAsync(record);

        Assert.Equal([new UnfinishedHandover(again!, Answer: null)], await RepairLaterAsync());
        await Records.BegunAsync(again!);

        Assert.Empty(await RepairLaterAsync());
    }

    [Fact]
    public async Task Names_an_answer_that_may_not_have_arrived()
    {
        var record = await BornAsync();
        await Records.AppendAsync(Batch(record) with { IsFirst = true, Opened = [3, 4] });
        await Records.TryAnswerAsync(Arn, Answer(3));
        await Records.TryAnswerAsync(Arn, Answer(4));

        Assert.Equal([new UnfinishedHandover(record, Answer(3)), new UnfinishedHandover(record, Answer(4))], await RepairLaterAsync());
        await Records.AppendAsync(Batch(record) with { Closed = [3] });
        Assert.Equal([new UnfinishedHandover(record, Answer(4))], await RepairLaterAsync());
        await Records.AppendAsync(Batch(record) with { End = Failed() });

        Assert.Empty(await RepairLaterAsync());
    }
}
