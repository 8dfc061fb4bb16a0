using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>What every <see cref="IExecutionRecords"/> keeps of an execution that is redriven.</summary>
public abstract class RedrivesContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    [Fact]
    public async Task An_execution_that_was_redriven_runs_again()
    {
        var (record, journal) = await FailedAsync();
        var redriven = new Fact.Redriven(Noon.AddDays(2), "token");

        var again = await Records.TryRedriveAsync(record, redriven, journal.Facts.Count, journal.Chain);

        Assert.Equal(record.Redriven(redriven, journal.Chain), again);
        Assert.Equal(again, await FindAsync());
        Assert.Equal([.. journal.Facts, redriven], await Records.ReadFactsAsync(Arn));
        Assert.Equal([again!.Summary], (await ListAsync(ExecutionStatus.Running)).Records);
        Assert.Equal([again!.Summary], (await ListAsync()).Records);
        Assert.Empty((await ListAsync(ExecutionStatus.Failed)).Records);
    }

    [Fact]
    public async Task One_redrive_wins()
    {
        var (record, journal) = await FailedAsync();

        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(async () => await Records.TryRedriveAsync(record, new Fact.Redriven(Noon.AddMinutes(i), $"{i}"), journal.Facts.Count, journal.Chain))));

        var winner = Assert.Single(won, one => one is not null)!;
        Assert.Equal(winner, await FindAsync());
        Assert.Equal(winner.RedriveDate, (await Records.ReadFactsAsync(Arn))[^1].At);
        Assert.Null(await Records.TryRedriveAsync(record, new Fact.Redriven(Noon, null), journal.Facts.Count, journal.Chain));
    }

    [Fact]
    public async Task What_an_orchestration_says_after_the_redrive_takes_nothing_back()
    {
        var (record, journal) = await FailedAsync();
        var again = await Records.TryRedriveAsync(record, new Fact.Redriven(Noon.AddDays(2), ClientToken: null), journal.Facts.Count, journal.Chain);

        Assert.False(await Records.AppendAsync(journal.All() with { IsFirst = true, Opened = [3], End = Succeeded(Json.Null) }));

        Assert.Equal(again, await FindAsync());
        Assert.False(await Records.IsOpenAsync(Arn, 3));
        Assert.Single(await RepairLaterAsync());
        Assert.Equal([again!.Summary], (await ListAsync()).Records);
    }

    [Fact]
    public async Task An_execution_that_was_redriven_ends_again()
    {
        var (record, journal) = await FailedAsync();
        var fact = new Fact.Redriven(Noon.AddDays(2), ClientToken: null);
        await Records.TryRedriveAsync(record, fact, journal.Facts.Count, journal.Chain);
        journal.Add(fact, Success(2));

        Assert.True(await Records.AppendAsync(journal.Batch(journal.Facts.Count - 1, 1) with { RedriveCount = 1, IsFirst = true, End = Succeeded(Json.Of(2)) }));

        var found = (await Records.FindAsync(Arn))!;
        Assert.Equal((ExecutionStatus.Succeeded, Json.Of(2), null, 1), (found.Status, found.Output, found.Failure, found.RedriveCount));
        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
        Assert.Equal([found.Summary], (await ListAsync()).Records);
        Assert.Equal([found.Summary], (await ListAsync(isRedriven: true)).Records);
        Assert.Empty((await ListAsync(isRedriven: false)).Records);
        Assert.Empty(await RepairLaterAsync());
    }
}
