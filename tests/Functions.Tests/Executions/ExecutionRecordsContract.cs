using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>What every <see cref="IExecutionRecords"/> does.</summary>
public abstract class ExecutionRecordsContract
{
    private static readonly DateTimeOffset Noon = Simulation.Beginning;

    private readonly string name = Guid.NewGuid().ToString("N");

    protected ManualTimeProvider Time { get; } = new();

    protected abstract IExecutionRecords Records { get; }

    private string Machine => RecordSamples.MachineArn(name);

    private string Arn => RecordSamples.Record(Machine, "run").Start.ExecutionArn;

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
        var mapRun = $"arn:aws:states:us-east-1:123456789012:mapRun:{name}/each:1";
        var other = $"arn:aws:states:us-east-1:123456789012:mapRun:{name}/each:2";
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

    [Fact]
    public async Task Names_an_execution_that_nobody_may_have_started()
    {
        var record = await BornAsync();
        Assert.Empty(await Mine(Records.RepairAsync(Time.GetUtcNow())));

        Assert.Equal([new UnfinishedHandover(record, Answer: null)], await RepairLaterAsync());
        Assert.Equal([new UnfinishedHandover(record, Answer: null)], await Mine(Records.RepairAsync(Time.GetUtcNow(), Arn)));
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

    private static readonly EqualityComparer<RecordPage> PageComparer =
        EqualityComparer<RecordPage>.Create((one, other) => one!.Last == other!.Last && one.Records.SequenceEqual(other.Records));

    private static Fact.TaskSucceeded Success(int task) => new(Noon.AddMilliseconds(task), task, Json.Of(task));

    private static Fact.TaskSucceeded Answer(long task, int value = 0) => new(Noon, task, Json.Of(value));

    private static ExecutionEnd Succeeded(Json output) => new(ExecutionStatus.Succeeded, Noon.AddHours(1), output, Failure: null, EventCount: 5);

    private static ExecutionEnd Failed(TimeSpan? after = null) => new(ExecutionStatus.Failed, Noon + (after ?? TimeSpan.FromHours(1)), Output: null, new Failure("E", "because"), EventCount: 5);

    private static FactBatch Batch(ExecutionRecord record, params Fact[] facts) => new JournalSketch(record).Add(facts).All();

    private async Task<ExecutionRecord> ChildAsync(string childName, ChildEntry entry) =>
        (await Records.TryAddAsync(RecordSamples.Record($"{Machine}/each", childName) with { Child = entry }))!;

    private async Task<ExecutionRecord> BornAsync(string execution = "run", string input = "{}", TimeSpan? after = null, bool isKept = true)
    {
        var record = RecordSamples.Record(Machine, execution, input, Noon + (after ?? TimeSpan.Zero));
        return isKept ? (await Records.TryAddAsync(record))! : record;
    }

    private async Task<(ExecutionRecord Record, JournalSketch Journal)> FailedAsync(string execution = "run", TimeSpan? endsAfter = null)
    {
        var journal = new JournalSketch(await BornAsync(execution)).Add(Success(1));
        await Records.AppendAsync(journal.All() with { IsFirst = true, End = Failed(endsAfter) });
        return ((await Records.FindAsync(journal.Record.Start.ExecutionArn))!, journal);
    }

    private async Task<ExecutionRecord?> FindAsync() => await Records.FindAsync(Arn) is { } found ? found with { Version = "" } : null;

    private ValueTask<RecordPage> ListAsync(ExecutionStatus? status = null, bool? isRedriven = null) => Records.ListAsync(Machine, status, isRedriven, limit: 9, after: null);

    private Task<IReadOnlyList<UnfinishedHandover>> RepairLaterAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(5));
        return Mine(Records.RepairAsync(Time.GetUtcNow()));
    }

    /// <summary>Where other tests use the same store.</summary>
    private async Task<IReadOnlyList<UnfinishedHandover>> Mine(ValueTask<IReadOnlyList<UnfinishedHandover>> found) =>
        [.. (await found).Select(unfinished => unfinished with { Record = unfinished.Record with { Version = "" } }).Where(unfinished => unfinished.Record.Start.StateMachineArn == Machine).OrderBy(unfinished => unfinished.Answer is { } answer ? TaskFacts.TaskOf(answer) : 0)];

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
