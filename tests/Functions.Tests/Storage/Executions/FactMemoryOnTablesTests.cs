using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

/// <summary>The emulator has one clock, so nothing need be read twice for the sake of clocks that differ.</summary>
public sealed class FactMemoryOnTablesTests : FactMemoryContract
{
    private readonly ReceivedBytes received = new();
    private readonly TableExecutionRecords records;
    private readonly ITestOutputHelper output;

    public FactMemoryOnTablesTests(ITestOutputHelper output)
    {
        this.output = output;
        records = new TableExecutionRecords(EmulatedTables.Create(received), Time, disorder: TimeSpan.Zero);
    }

    protected override IExecutionRecords Records => records;

    /// <summary>What docs/azure.md says of looks: an execution of 2,000 facts, each of 1 KB, in rows of five.</summary>
    [Fact]
    public async Task A_look_reads_what_is_new()
    {
        var journal = new JournalSketch((await records.TryAddAsync(RecordSamples.Record(RecordSamples.MachineArn("long"), "run")))!);
        journal.Add([.. Enumerable.Range(1, 2_000).Select(Fact)]);
        for (var from = 1; from < journal.Facts.Count; from += 5)
        {
            await records.AppendAsync(journal.Batch(from, 5));
        }

        var arn = journal.Record.Start.ExecutionArn;
        var memory = NewMemory(bytesKept: 100_000_000);
        var whole = await CostAsync("everything, as before at every look", async () => await records.ReadFactsAsync(arn));
        await CostAsync("the first look", async () => await memory.LookAsync(arn));

        var idle = await CostAsync("a look when nothing has happened", async () => await memory.LookAsync(arn));
        await records.AppendAsync(journal.Add(Fact(2_001)).Batch(2_001, 1));
        var one = await CostAsync("a look when one fact has come", async () => await memory.LookAsync(arn));

        Assert.Equal(journal.Facts, (await memory.LookAsync(arn))!.Facts);
        Assert.Equal((1, 1), (idle.Requests, one.Requests));
        Assert.True(one.Bytes < whole.Bytes / 100, $"expected a look to read what is new, found that it read {one.Bytes} bytes of {whole.Bytes}");
    }

    private async Task<(int Requests, long Bytes)> CostAsync(string what, Func<Task> look)
    {
        received.Take();
        using var meter = StorageMeter.Begin();
        await look();
        var cost = (meter.Tables, received.Take());
        output.WriteLine($"{cost.Tables,3} transactions, {cost.Item2,9:N0} bytes: {what}");
        return cost;
    }

    private static Fact Fact(int task) => new Fact.TaskSucceeded(Simulation.Beginning, task, Json.Of(RecordSamples.Noise(1_000, task)));
}
