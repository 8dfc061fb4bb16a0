using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>What every <see cref="IExecutionRecords"/> keeps of an execution that ends.</summary>
public abstract class EndsContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    [Fact]
    public async Task Keeps_how_an_execution_ended()
    {
        var record = await BornAsync();
        var journal = new JournalSketch(record).Add(new Fact.TaskFailed(Noon, 1, new Failure("E", "c")));
        var end = new ExecutionEnd(ExecutionStatus.Failed, Noon.AddSeconds(5), Output: null, new Failure("E", "c"), EventCount: 7);

        Assert.True(await Records.AppendAsync(journal.All() with { IsFirst = true, End = end }));

        var found = (await Records.FindAsync(Arn))!;
        Assert.Equal(record.Ended(end, FactChain.Next(FactChain.Beginning, journal.Facts)), found with { Version = "" });
        Assert.Equal([found.Summary], (await ListAsync(ExecutionStatus.Failed)).Records);
        Assert.Equal([found.Summary], (await ListAsync()).Records);
        Assert.Empty((await ListAsync(ExecutionStatus.Running)).Records);
    }

    [Fact]
    public async Task Keeps_a_failure_without_error_or_cause()
    {
        var journal = new JournalSketch(await BornAsync()).Add(new Fact.Stopped(Noon, new Failure(Error: null, Cause: null)));

        await Records.AppendAsync(journal.All() with { End = new ExecutionEnd(ExecutionStatus.Aborted, Noon, Output: null, new Failure(Error: null, Cause: null), 2) });

        Assert.Equal(new Failure(Error: null, Cause: null), (await Records.FindAsync(Arn))!.Failure);
    }

    [Fact]
    public async Task An_end_said_twice_counts_once()
    {
        var journal = new JournalSketch(await BornAsync()).Add(Success(1));
        await Records.AppendAsync(journal.All() with { End = Succeeded(Json.Of(1)) });
        var ended = await Records.FindAsync(Arn);

        Assert.False(await Records.AppendAsync(journal.All() with { End = Succeeded(Json.Of(1)) }));
        Assert.False(await Records.AppendAsync(journal.All() with { End = new ExecutionEnd(ExecutionStatus.Aborted, Noon, Output: null, new Failure("late", Cause: null), 9) }));

        Assert.Equal(ended, await Records.FindAsync(Arn));
        Assert.Equal([ended!.Summary], (await ListAsync()).Records);
    }

    [Fact]
    public async Task What_comes_late_fills_in_facts_and_changes_nothing_else()
    {
        var journal = new JournalSketch(await BornAsync()).Add(Success(1), Success(2));
        await Records.AppendAsync(journal.Batch(2, 1) with { End = Succeeded(Json.Of(1)) });
        var ended = await Records.FindAsync(Arn);
        Assert.Equal(journal.Facts.Take(1), await Records.ReadFactsAsync(Arn));

        Assert.False(await Records.AppendAsync(journal.Batch(1, 1) with { IsFirst = true, Opened = [7] }));

        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
        Assert.Equal(ended, await Records.FindAsync(Arn));
        Assert.False(await Records.IsOpenAsync(Arn, 7));
    }
}
