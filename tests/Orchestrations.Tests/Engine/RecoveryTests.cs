using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class RecoveryTests
{
    public static TheoryData<string, string> Machines => new()
    {
        { Definitions.TwoTasks, """{"a":1}""" },
        { Definitions.RetryThenFanOut, """{"a":1}""" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Wherever_the_journal_is_cut_the_execution_ends_as_if_it_had_not_been(string definition, string input)
    {
        await using var whole = await EngineFixture.OpenAsync(definition, Router());
        var started = await whole.StartAsync(input, "run");
        var expected = await ToTheEndAsync(whole, started.ExecutionArn);
        var facts = whole.Journal.ReadFacts(1);
        var entry = whole.Journal.Find(whole.MachineArn, "run")!;

        for (var kept = 1; kept < facts.Count; kept++)
        {
            var cut = new JournalGroup { Started = { entry with { Status = ExecutionStatus.Running, StopDate = null } } };
            cut.Rows.AddRange(facts.Take(kept).Select((fact, i) => new JournalRow(entry.Key, i, fact)));
            whole.Journal = new MemoryJournal();
            whole.Journal.Commit(cut);
            await whole.ReopenAsync(Router());

            Assert.Equal(1, whole.Engine.RecoveredExecutions);
            Assert.Equal(expected, await ToTheEndAsync(whole, started.ExecutionArn));
        }
    }

    [Fact]
    public async Task A_task_that_was_interrupted_is_done_again_under_the_same_token()
    {
        var router = new ScriptedRouter(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new TaskOutcome.Succeeded(Json.Null);
        });
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, router);
        var started = await fixture.StartAsync();
        var interrupted = await router.ArrivalAsync("work");

        var second = new ScriptedRouter();
        await fixture.ReopenAsync(second);

        Assert.Equal(ExecutionStatus.Succeeded, (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Summary.Status);
        Assert.Equal(interrupted.Request.IdempotencyToken, second.Calls.Single().Request.IdempotencyToken);
    }

    [Fact]
    public async Task A_definition_that_cannot_be_read_any_more_holds_up_only_its_own_executions()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        var readable = await fixture.StartAsync("""{"seconds":60}""", "readable");
        var unreadable = await fixture.StartAsync("""{"seconds":60}""", "unreadable");
        await fixture.Engine.StopAsync();
        var machine = (await fixture.Stores.Machines.FindAsync(fixture.MachineArn))!;
        var broken = await fixture.Stores.Machines.TryReplaceAsync(machine with { Definition = "{}" }, machine.Revision);
        fixture.Journal = WithRevision(fixture.Journal, "unreadable", broken!.Revision);

        await fixture.OpenEngineAsync();
        fixture.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, fixture.Engine.RecoveredExecutions);
        Assert.Equal(ExecutionStatus.Succeeded, (await fixture.Executions.WaitForEndAsync(readable.ExecutionArn)).Summary.Status);
        Assert.Equal(ExecutionStatus.Running, (await fixture.Executions.DescribeAsync(unreadable.ExecutionArn)).Summary.Status);
    }

    [Fact]
    public async Task A_moment_that_passed_while_the_engine_was_down_has_come()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        var started = await fixture.StartAsync("""{"seconds":60}""");
        await fixture.Engine.StopAsync();
        fixture.Time.Advance(TimeSpan.FromHours(1));

        await fixture.OpenEngineAsync();

        Assert.Equal(ExecutionStatus.Succeeded, (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Summary.Status);
    }

    [Fact]
    public async Task Everything_in_a_data_folder_is_there_when_it_is_opened_again()
    {
        using var temporary = new TemporaryFolder();
        var router = new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty));
        string executionArn;
        using (var folder = DataFolder.Open(temporary.Path))
        {
            await using var engine = await EmbeddedEngine.OpenAsync(folder, router);
            var machine = await engine.Catalog.CreateAsync(new() { Name = "machine", Definition = Definitions.Callback, RoleArn = "arn:aws:iam::123456789012:role/test" });
            executionArn = (await engine.Executions.StartAsync(new() { StateMachineArn = machine.Arn })).ExecutionArn;
            await router.ArrivalAsync("approval");
        }

        using var again = DataFolder.Open(temporary.Path);
        await using var reopened = await EmbeddedEngine.OpenAsync(again, router);
        await reopened.Executions.SendTaskSuccessAsync(router.Calls[0].Request.TaskToken, Json.Of("yes"));

        Assert.Equal(1, reopened.RecoveredExecutions);
        Assert.Equal(Json.Of("yes"), (await reopened.Executions.WaitForEndAsync(executionArn)).Output);
    }

    [Fact]
    public void A_data_folder_is_one_engine_s_at_a_time()
    {
        using var temporary = new TemporaryFolder();
        using var held = DataFolder.Open(temporary.Path);

        var refused = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(temporary.Path));

        Assert.Contains(held.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_that_was_closed_can_be_opened()
    {
        using var temporary = new TemporaryFolder();
        DataFolder.Open(temporary.Path).Dispose();

        using var reopened = DataFolder.Open(temporary.Path);

        Assert.Equal(temporary.Path, reopened.Path);
    }

    /// <summary>Fails twice where it is unsteady; answers otherwise with what it was asked.</summary>
    private static ScriptedRouter Router() => new(call => call.Request is { StateName: "unsteady", RetryCount: < 2 }
        ? ScriptedRouter.Failed("Transient")
        : new TaskOutcome.Succeeded(JsonObject.Of(("did", Json.Of(call.Request.StateName)), ("with", call.Request.Input))));

    /// <summary>Lets an hour pass whenever the execution waits for the clock, until it has ended.</summary>
    private static async Task<(ExecutionStatus Status, Json? Output, Failure? Failure)> ToTheEndAsync(EngineFixture fixture, string executionArn)
    {
        var ending = fixture.Executions.WaitForEndAsync(executionArn).AsTask();
        while (!ending.IsCompleted)
        {
            await Task.WhenAny(ending, fixture.Time.WhenSetForAsync(fixture.Time.GetUtcNow().AddHours(1)));
            fixture.Time.Advance(TimeSpan.FromHours(1));
        }

        var ended = await ending;
        return (ended.Summary.Status, ended.Output, ended.Failure);
    }

    /// <summary>The same open executions, one of them on another revision of its machine.</summary>
    private static MemoryJournal WithRevision(IJournal journal, string name, long revision)
    {
        var copy = new MemoryJournal();
        foreach (var entry in journal.ReadOpen())
        {
            var group = new JournalGroup { Started = { entry.Name == name ? entry with { Revision = revision } : entry } };
            group.Rows.AddRange(journal.ReadFacts(entry.Key).Select((fact, i) => new JournalRow(entry.Key, i, fact)));
            copy.Commit(group);
        }

        return copy;
    }
}
