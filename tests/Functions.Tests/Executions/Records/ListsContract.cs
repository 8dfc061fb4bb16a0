using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>How every <see cref="IExecutionRecords"/> lists executions.</summary>
public abstract class ListsContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    [Theory]
    [InlineData(null)]
    [InlineData(ExecutionStatus.Running)]
    public async Task Lists_the_newest_first_page_by_page(ExecutionStatus? status)
    {
        List<string> expected = [];
        for (var i = 0; i < 9; i++)
        {
            // Two begin in every millisecond: the later one counts as newer.
            var record = await BornAsync($"run{i}", after: TimeSpan.FromMilliseconds(i / 2));
            if (i % 3 == 0)
            {
                await Records.AppendAsync(new JournalSketch(record).Add(Success(1)).All() with { End = i % 2 == 0 ? Failed() : Succeeded(Json.Null) });
            }

            if (i % 3 != 0 || status is null)
            {
                expected.Insert(0, $"run{i}");
            }
        }

        List<string> names = [];
        RecordPage? page = null;
        while (page is null || page.Last is not null)
        {
            page = await Records.ListAsync(Machine, status, isRedriven: null, limit: 2, page?.Last);
            Assert.InRange(page.Records.Count, 1, 2);
            names.AddRange(page.Records.Select(record => record.Name));
        }

        Assert.Equal(expected, names);
    }

    [Fact]
    public async Task Lists_the_executions_of_one_machine_only()
    {
        await BornAsync();
        var longer = RecordSamples.Record(Machine + "2", "run");
        await Records.TryAddAsync(longer);

        Assert.Equal([Arn], (await ListAsync()).Records.Select(record => record.ExecutionArn));
        Assert.Equal([longer.Start.ExecutionArn], (await Records.ListAsync(Machine + "2", status: null, isRedriven: null, 9, after: null)).Records.Select(record => record.ExecutionArn));
    }

    [Fact]
    public async Task Lists_an_execution_under_its_version_and_alias_too()
    {
        var plain = await BornAsync("plain");
        var record = RecordSamples.Record(Machine, "alias");
        record = record with { Start = record.Start with { Version = 3, Alias = "PROD" }, StartDate = record.StartDate.AddSeconds(1) };
        record = (await Records.TryAddAsync(record))!;

        Assert.Equal([record.Summary], await NamedAsync(":3"));
        Assert.Equal([record.Summary], await NamedAsync(":PROD"));
        Assert.Empty(await NamedAsync(":4"));
        Assert.Equal([record.Summary, plain.Summary], (await ListAsync()).Records);

        Assert.True(await Records.AppendAsync(new JournalSketch(record).All() with { End = Succeeded(Json.Of("done")) }));

        Assert.Empty((await Records.ListAsync($"{Machine}:3", ExecutionStatus.Running, isRedriven: null, limit: 9, after: null)).Records);
        var ended = Assert.Single(await NamedAsync(":PROD"));
        Assert.Equal(
            (ExecutionStatus.Succeeded, Machine, $"{Machine}:3", $"{Machine}:PROD"),
            (ended.Status, ended.StateMachineArn, ended.StateMachineVersionArn, ended.StateMachineAliasArn));
        Assert.Equal(ended, Assert.Single(await NamedAsync(":3")));

        async Task<IEnumerable<ExecutionSummary>> NamedAsync(string qualifier) =>
            (await Records.ListAsync(Machine + qualifier, status: null, isRedriven: null, limit: 9, after: null)).Records;
    }
}
