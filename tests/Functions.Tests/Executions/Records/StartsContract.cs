using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>What every <see cref="IExecutionRecords"/> keeps of an execution that begins.</summary>
public abstract class StartsContract(Func<TimeProvider, IExecutionRecords> open) : RecordsContract(open)
{
    private static readonly EqualityComparer<RecordPage> PageComparer =
        EqualityComparer<RecordPage>.Create((one, other) => one!.Last == other!.Last && one.Records.SequenceEqual(other.Records));

    [Fact]
    public async Task Knows_nothing_at_first()
    {
        Assert.Null(await Records.FindAsync(Arn));
        Assert.Empty(await Records.ReadFactsAsync(Arn));
        Assert.False(await Records.IsOpenAsync(Arn, 1));
        Assert.False(await Records.TryAnswerAsync(Arn, Answer(1)));
        Assert.False(await Records.AppendAsync(Batch(await BornAsync("stranger", isKept: false), Success(1))));
        Assert.Equal(new RecordPage([], Last: null), await ListAsync(), PageComparer);
    }

    [Fact]
    public async Task Finds_what_it_was_told()
    {
        var record = await BornAsync();

        Assert.Equal(record, await FindAsync());
        Assert.Equal([record.FirstFact], await Records.ReadFactsAsync(Arn));
        Assert.Equal([record.Summary], (await ListAsync()).Records);
        Assert.Equal([record.Summary], (await ListAsync(ExecutionStatus.Running)).Records);
    }

    [Fact]
    public async Task Takes_an_arn_once()
    {
        var record = await BornAsync();

        Assert.Null(await Records.TryAddAsync(RecordSamples.Record(Machine, "run", input: """{"other":true}""")));

        Assert.Equal(record, await FindAsync());
    }

    [Fact]
    public async Task Lets_one_of_many_have_the_arn()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 64).Select(i =>
            Task.Run(async () => await Records.TryAddAsync(RecordSamples.Record(Machine, "run", input: $$"""{"i":{{i}}}""")))));

        var winner = Assert.Single(added, record => record is not null);
        Assert.Equal(winner, await FindAsync());
    }

    [Fact]
    public async Task Keeps_a_large_input_and_a_large_output()
    {
        var input = Json.Of(RecordSamples.Noise(260_000, seed: 1));
        var output = Json.Of(RecordSamples.Noise(260_000, seed: 2));
        var record = await BornAsync(input: input.ToString());
        var journal = new JournalSketch(record).Add(new Fact.TaskSucceeded(Noon, 1, output));

        Assert.True(await Records.AppendAsync(journal.All() with { End = Succeeded(output) }));

        Assert.Equal((input, output), ((await Records.FindAsync(Arn))!.Start.Input, (await Records.FindAsync(Arn))!.Output));
        Assert.Equal(journal.Facts, await Records.ReadFactsAsync(Arn));
    }

    [Fact]
    public async Task Keeps_everything_an_execution_begins_with()
    {
        var record = RecordSamples.Record(Machine, "run") with { Revision = 12_345_678_901 };
        record = record with
        {
            Start = record.Start with { Parent = new ParentTask("arn:aws:states:us-east-1:123456789012:execution:other:parent", 7), Version = 3, Alias = "PROD", Limits = new ExecutionLimits { HistoryEvents = 9, PayloadBytes = 99, LifetimeSeconds = 999 } },
        };

        var kept = await Records.TryAddAsync(record);

        Assert.Equal(record with { Chain = kept!.Chain, Place = kept.Place }, await FindAsync());
    }

    [Fact]
    public async Task Keeps_a_child_of_a_Map_Run_as_one_and_lists_it_with_its_siblings_only()
    {
        var mapRun = $"arn:aws:states:us-east-1:123456789012:mapRun:{Name}/each:1";
        var other = $"arn:aws:states:us-east-1:123456789012:mapRun:{Name}/each:2";
        var parent = await BornAsync();
        var child = await ChildAsync("child", new ChildEntry(mapRun, "Each", ItemCount: 4));
        await ChildAsync("cousin", new ChildEntry(other, "Each", ItemCount: 1));

        Assert.Equal(child, (await Records.FindAsync(child.Start.ExecutionArn))! with { Version = "" });
        Assert.Equal((mapRun, 4), (child.Summary.MapRunArn, child.Summary.ItemCount));
        Assert.Equal([child.Summary], (await Records.ListAsync(mapRun, ExecutionStatus.Running, isRedriven: false, limit: 10, after: null)).Records);
        Assert.Equal([parent.Summary], (await ListAsync()).Records);

        Assert.True(await Records.AppendAsync(new JournalSketch(child).All() with { End = Succeeded(Json.Of("done")) }));

        Assert.Empty((await Records.ListAsync(mapRun, ExecutionStatus.Running, isRedriven: null, limit: 10, after: null)).Records);
        var ended = Assert.Single((await Records.ListAsync(mapRun, ExecutionStatus.Succeeded, isRedriven: null, limit: 10, after: null)).Records);
        Assert.Equal((mapRun, 4, ExecutionStatus.Succeeded), (ended.MapRunArn, ended.ItemCount, ended.Status));
        Assert.Equal(child.Child, (await Records.FindAsync(child.Start.ExecutionArn))!.Child);
    }

    private async Task<ExecutionRecord> ChildAsync(string childName, ChildEntry entry) =>
        (await Records.TryAddAsync(RecordSamples.Record($"{Machine}/each", childName) with { Child = entry }))!;
}
