using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>How every <see cref="IExecutionRecords"/> forgets executions.</summary>
public abstract class ForgettingContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    [Fact]
    public async Task Forgets_executions_that_ended_long_ago()
    {
        await FailedAsync("old");
        await BornAsync("running");
        var (recent, _) = await FailedAsync("recent", endsAfter: TimeSpan.FromDays(9));
        List<string> forgotten = [];

        var count = await PurgeAsync(record => forgotten.Add(record.Start.Name));

        Assert.Equal(1, count);
        Assert.Equal(["old"], forgotten);
        Assert.Null(await Records.FindAsync(RecordSamples.Record(Machine, "old").Start.ExecutionArn));
        Assert.Empty(await Records.ReadFactsAsync(RecordSamples.Record(Machine, "old").Start.ExecutionArn));
        Assert.Equal(["recent", "running"], (await ListAsync()).Records.Select(record => record.Name).Order());
        Assert.Equal(recent, await Records.FindAsync(recent.Start.ExecutionArn));
        Assert.Equal(0, await PurgeAsync(_ => { }));
    }

    [Fact]
    public async Task What_comes_after_an_execution_was_forgotten_does_not_bring_it_back()
    {
        var (record, journal) = await FailedAsync();
        await PurgeAsync(_ => { });

        Assert.False(await Records.AppendAsync(journal.All() with { IsFirst = true, Opened = [3], Closed = [4], End = Failed() }));

        Assert.Null(await Records.FindAsync(Arn));
        Assert.Empty(await Records.ReadFactsAsync(Arn));
        Assert.Null(await Records.TryRedriveAsync(record, new Fact.Redriven(Noon, ClientToken: null), journal.Facts.Count, journal.Chain));
        Assert.Empty((await ListAsync()).Records);
        Assert.Equal([], (await Records.ReadFactsAsync((await BornAsync()).Start.ExecutionArn)).Skip(1));
    }

    [Fact]
    public async Task What_could_not_be_forgotten_is_still_there()
    {
        var (record, _) = await FailedAsync();

        await Assert.ThrowsAsync<IOException>(() => PurgeAsync(_ => throw new IOException("no")));

        Assert.Equal(1, await PurgeAsync(found => Assert.Equal(record.Start, found.Start)));
    }

    [Fact]
    public async Task What_was_redriven_is_not_forgotten()
    {
        var (record, journal) = await FailedAsync();
        await Records.TryRedriveAsync(record, new Fact.Redriven(Noon.AddDays(1), ClientToken: null), journal.Facts.Count, journal.Chain);

        Assert.Equal(0, await PurgeAsync(_ => { }));
    }

    private async Task<int> PurgeAsync(Action<ExecutionRecord> forget)
    {
        var mine = 0;
        await Records.PurgeAsync(Noon.AddDays(5), 100, (record, _) =>
        {
            if (record.Start.StateMachineArn == Machine)
            {
                forget(record);
                mine++;
            }

            return ValueTask.CompletedTask;
        });
        return mine;
    }
}
