using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>Which tasks can be taken and answered, in every <see cref="IExecutionRecords"/>.</summary>
public abstract class TokensContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    [Fact]
    public async Task A_token_is_open_from_its_task_on_until_it_is_answered()
    {
        var record = await BornAsync();
        Assert.False(await Records.IsOpenAsync(Arn, 3));
        await Records.AppendAsync(Batch(record) with { Opened = [3] });
        Assert.True(await Records.IsOpenAsync(Arn, 3));

        Assert.True(await Records.TryAnswerAsync(Arn, Answer(3)));

        Assert.False(await Records.IsOpenAsync(Arn, 3));
        Assert.False(await Records.TryAnswerAsync(Arn, new Fact.TaskFailed(Noon, 3, new Failure("late", Cause: null))));
    }

    [Fact]
    public async Task One_answer_counts()
    {
        await Records.AppendAsync(Batch(await BornAsync()) with { Opened = [3] });

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await Records.TryAnswerAsync(Arn, Answer(3, i)))));

        Assert.Single(taken, wasTaken => wasTaken);
    }

    [Fact]
    public async Task A_task_is_taken_once_and_again_only_when_it_was_never_handed_out()
    {
        await Records.AppendAsync(Batch(await BornAsync()) with { Opened = [3] });
        Assert.Equal(TaskTaking.NotToBeHad, await Records.TryTakeAsync(Arn, 4, Noon, Noon));

        Assert.Equal(TaskTaking.Taken, await Records.TryTakeAsync(Arn, 3, Noon, Noon.AddMinutes(-1)));
        Assert.Equal(TaskTaking.TakenByAnother, await Records.TryTakeAsync(Arn, 3, Noon.AddMinutes(1), Noon));
        Assert.Equal(TaskTaking.Taken, await Records.TryTakeAsync(Arn, 3, Noon.AddMinutes(2), Noon.AddTicks(1)));
        await Records.PutBackAsync(Arn, 3);
        Assert.Equal(TaskTaking.Taken, await Records.TryTakeAsync(Arn, 3, Noon.AddMinutes(2), Noon));
        await Records.HandedAsync(Arn, 3);

        Assert.Equal(TaskTaking.NotToBeHad, await Records.TryTakeAsync(Arn, 3, Noon.AddDays(1), Noon.AddDays(1)));
        Assert.True(await Records.IsOpenAsync(Arn, 3));
        Assert.True(await Records.TryAnswerAsync(Arn, Answer(3)));
    }

    [Fact]
    public async Task A_task_is_not_to_be_had_when_it_was_answered_or_closed_or_its_execution_has_ended()
    {
        var journal = new JournalSketch(await BornAsync()).Add(new Fact.Stopped(Noon, new Failure("E", Cause: null)));
        await Records.AppendAsync(journal.Batch(1, 0) with { Opened = [3, 4, 5] });
        await Records.TryAnswerAsync(Arn, Answer(3));
        await Records.AppendAsync(journal.Batch(1, 0) with { Closed = [4] });
        Assert.Equal(TaskTaking.NotToBeHad, await Records.TryTakeAsync(Arn, 3, Noon, Noon));
        Assert.Equal(TaskTaking.NotToBeHad, await Records.TryTakeAsync(Arn, 4, Noon, Noon));
        Assert.Equal(TaskTaking.Taken, await Records.TryTakeAsync(Arn, 5, Noon, Noon));

        await Records.AppendAsync(journal.All() with { End = Failed() });

        Assert.Equal(TaskTaking.NotToBeHad, await Records.TryTakeAsync(Arn, 5, Noon.AddDays(1), Noon.AddDays(1)));
        await Records.PutBackAsync(Arn, 5);
        await Records.HandedAsync(Arn, 5);
        Assert.False(await Records.IsOpenAsync(Arn, 5));
    }

    [Fact]
    public async Task One_of_16_takes_a_task_and_an_answer_counts_whatever_happens_to_the_task_beside()
    {
        await Records.AppendAsync(Batch(await BornAsync()) with { Opened = [3] });

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await Records.TryTakeAsync(Arn, 3, Noon, Noon))));
        var handed = Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Records.HandedAsync(Arn, 3))).ToList();
        var isAnswered = await Records.TryAnswerAsync(Arn, Answer(3));
        await Task.WhenAll(handed);

        Assert.Single(taken, taking => taking == TaskTaking.Taken);
        Assert.True(isAnswered);
        Assert.False(await Records.IsOpenAsync(Arn, 3));
    }

    [Fact]
    public async Task A_token_that_was_closed_stays_so()
    {
        var record = await BornAsync();
        await Records.AppendAsync(Batch(record) with { Opened = [3] });
        await Records.AppendAsync(Batch(record) with { Closed = [3, 4] });

        Assert.True(await Records.AppendAsync(Batch(record) with { Opened = [3, 4, 5] }));

        Assert.False(await Records.IsOpenAsync(Arn, 3));
        Assert.False(await Records.IsOpenAsync(Arn, 4));
        Assert.True(await Records.IsOpenAsync(Arn, 5));
        Assert.False(await Records.TryAnswerAsync(Arn, Answer(4)));
    }

    [Fact]
    public async Task Tokens_are_no_longer_good_when_the_execution_has_ended_or_was_redriven()
    {
        var journal = new JournalSketch(await BornAsync()).Add(new Fact.Stopped(Noon, new Failure("E", Cause: null)));
        await Records.AppendAsync(journal.Batch(1, 0) with { Opened = [3] });
        await Records.AppendAsync(journal.All() with { End = Failed() });
        Assert.False(await Records.IsOpenAsync(Arn, 3));
        Assert.False(await Records.TryAnswerAsync(Arn, Answer(3)));

        await Records.TryRedriveAsync((await Records.FindAsync(Arn))!, new Fact.Redriven(Noon, ClientToken: null), journal.Facts.Count, journal.Chain);

        Assert.False(await Records.IsOpenAsync(Arn, 3));
        Assert.False(await Records.TryAnswerAsync(Arn, Answer(3)));
    }
}
