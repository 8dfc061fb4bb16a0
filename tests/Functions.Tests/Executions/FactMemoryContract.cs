using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>Who looks again and again knows what who reads everything knows, whatever the records are kept in.</summary>
public abstract class FactMemoryContract
{
    private static readonly DateTimeOffset Noon = Simulation.Beginning;

    private readonly string name = Guid.NewGuid().ToString("N");
    private int executions;

    protected ManualTimeProvider Time { get; } = new();

    protected abstract IExecutionRecords Records { get; }

    [Fact]
    public async Task Knows_no_execution_that_is_not_on_record() => Assert.Null(await NewMemory().LookAsync("arn:none"));

    [Fact]
    public async Task Sees_what_was_added_since_the_last_look()
    {
        var memory = NewMemory();
        var journal = new JournalSketch(await BornAsync());
        Assert.Equal([journal.Record.FirstFact], await FactsAsync(memory, journal));

        await Records.AppendAsync(journal.Add(Success(1), Success(2)).Batch(1, 2));
        Assert.Equal(journal.Facts, await FactsAsync(memory, journal));

        await Records.AppendAsync(journal.Add(Success(3)).Batch(3, 1));
        Assert.Equal(journal.Facts, await FactsAsync(memory, journal));
        Assert.Equal(journal.Facts, await FactsAsync(memory, journal));
    }

    [Fact]
    public async Task Sees_facts_at_an_earlier_place_that_come_late()
    {
        var memory = NewMemory();
        var journal = new JournalSketch(await BornAsync()).Add(Success(1), Success(2), Success(3), Success(4));
        await Records.AppendAsync(journal.Batch(3, 2));
        Assert.Equal([journal.Record.FirstFact], await FactsAsync(memory, journal));

        await Records.AppendAsync(journal.Batch(1, 2));

        Assert.Equal(journal.Facts, await FactsAsync(memory, journal));
    }

    [Fact]
    public async Task Gives_up_facts_that_never_became_history_for_ones_at_an_earlier_place()
    {
        var memory = NewMemory();
        var record = await BornAsync();
        var ghost = new JournalSketch(record).Add(Success(1), new Fact.TimerFired(Noon, 9), Success(4));
        var real = new JournalSketch(record).Add(Success(1), Success(2), Success(3), Success(4));
        await Records.AppendAsync(ghost.Batch(1, 3));
        Assert.Equal(ghost.Facts, await FactsAsync(memory, ghost));

        await Records.AppendAsync(real.Batch(2, 3));

        Assert.Equal(real.Facts, await FactsAsync(memory, real));
    }

    [Fact]
    public async Task Sees_the_end_and_a_redrive()
    {
        var memory = NewMemory();
        var journal = new JournalSketch(await BornAsync()).Add(Success(1));
        await FactsAsync(memory, journal);

        await Records.AppendAsync(journal.All() with { End = Failed() });
        var ended = (await memory.LookAsync(Arn(journal)))!;
        Assert.Equal((ExecutionStatus.Failed, true), (ended.Record.Status, ended.IsComplete));
        Assert.Equal(journal.Facts, ended.Facts);
        Assert.Equal(journal.Facts, await FactsAsync(memory, journal));

        var redriven = new Fact.Redriven(Noon.AddHours(2), ClientToken: null);
        Assert.NotNull(await Records.TryRedriveAsync(ended.Record, redriven, journal.Facts.Count, journal.Chain));
        var again = (await memory.LookAsync(Arn(journal)))!;
        Assert.Equal((ExecutionStatus.Running, 1, false), (again.Record.Status, again.Record.RedriveCount, again.IsComplete));
        Assert.Equal(journal.Add(redriven).Facts, again.Facts);
    }

    [Fact]
    public async Task Notices_within_a_minute_that_an_execution_was_purged()
    {
        var memory = NewMemory();
        var journal = new JournalSketch(await BornAsync()).Add(Success(1));
        await FactsAsync(memory, journal);
        await EndAndPurgeAsync(journal);

        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await memory.LookAsync(Arn(journal)));
    }

    [Fact]
    public async Task Takes_another_execution_of_the_same_name_for_another()
    {
        var memory = NewMemory();
        var journal = new JournalSketch(await BornAsync()).Add(Success(1));
        await FactsAsync(memory, journal);
        await EndAndPurgeAsync(journal);
        var later = RecordSamples.Record(journal.Record.Start.StateMachineArn, journal.Record.Start.Name, startDate: Noon.AddDays(9));
        later = later with { Start = later.Start with { Seed = new string('b', 64) } };

        await Records.TryAddAsync(later);

        Assert.Equal([later.FirstFact], await FactsAsync(memory, journal));
    }

    [Fact]
    public async Task Knows_what_it_has_no_room_for()
    {
        var memory = NewMemory(bytesKept: 1_000);
        List<JournalSketch> journals = [];
        for (var i = 0; i < 4; i++)
        {
            journals.Add(new JournalSketch(await BornAsync()).Add(new Fact.TaskSucceeded(Noon, 1, Json.Of(new string('x', 200 * i)))));
            await Records.AppendAsync(journals[i].All());
        }

        foreach (var journal in journals.Concat(journals))
        {
            Assert.Equal(journal.Facts, await FactsAsync(memory, journal));
        }
    }

    /// <summary>Whatever comes in whatever order, and whoever looks when: a process that looks all the time, one that looks now and then, and one that begins to look.</summary>
    [Fact]
    public void Whoever_looks_knows_what_a_whole_reading_says() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Kind, byte From, byte Count)[]>(),
        pieces => Task.Run(async () =>
        {
            var (often, seldom) = (NewMemory(), NewMemory());
            var record = await BornAsync();
            var real = new JournalSketch(record).Add([.. Enumerable.Range(1, 9).Select(Success)]);
            var ghost = new JournalSketch(record).Add(Success(1), Success(2)).Add([.. Enumerable.Range(1, 9).Select(i => new Fact.TimerFired(Noon, i))]);
            foreach (var (kind, from, count) in pieces)
            {
                var journal = kind % 3 == 0 ? ghost : real;
                var first = 1 + (from % (journal.Facts.Count - 1));
                await Records.AppendAsync(journal.Batch(first, 1 + (count % (journal.Facts.Count - first))));
                await SameAsync(often, record.Start.ExecutionArn);
                if (kind % 5 == 0)
                {
                    await SameAsync(seldom, record.Start.ExecutionArn);
                }
            }

            await Records.AppendAsync(real.Batch(5, 5) with { End = Failed() });
            await Records.AppendAsync(real.Batch(1, 5));
            foreach (var memory in new[] { often, seldom, NewMemory() })
            {
                Assert.Equal(real.Facts, await FactsAsync(memory, real));
                Assert.True((await memory.LookAsync(record.Start.ExecutionArn))!.IsComplete);
            }

            return true;
        }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(20)));

    private protected FactMemory NewMemory(long bytesKept = 1_000_000) => new(Records, new DurableOptions { BytesOfFactsKept = bytesKept }, Time);

    /// <summary>Of two ways of the same length, neither of which has led to an end so far, nobody knows which is the right one.</summary>
    private async Task SameAsync(FactMemory memory, string arn)
    {
        var known = (await memory.LookAsync(arn))!;
        var whole = await Records.ReadFactsAsync(arn);
        Assert.Equal(whole.Count, known.Facts.Count);
        Assert.Equal(FactChain.Next(FactChain.Beginning, known.Facts), known.Chain[^1]);
    }

    private static string Arn(JournalSketch journal) => journal.Record.Start.ExecutionArn;

    private static async Task<IReadOnlyList<Fact>> FactsAsync(FactMemory memory, JournalSketch journal) => (await memory.LookAsync(Arn(journal)))!.Facts;

    private async Task<ExecutionRecord> BornAsync() =>
        (await Records.TryAddAsync(RecordSamples.Record(RecordSamples.MachineArn(name), $"run{++executions}")))!;

    private async Task EndAndPurgeAsync(JournalSketch journal)
    {
        await Records.AppendAsync(journal.All() with { End = Failed() });
        await Records.PurgeAsync(Noon.AddDays(1), 100, (_, _) => ValueTask.CompletedTask);
    }

    private static Fact Success(int task) => new Fact.TaskSucceeded(Noon.AddMilliseconds(task), task, Json.Of(task));

    private static ExecutionEnd Failed() => new(ExecutionStatus.Failed, Noon.AddHours(1), Output: null, new Failure("E", "because"), EventCount: 5);
}
