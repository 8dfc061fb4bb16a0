using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>What one can do with executions on every host, and what is answered.</summary>
public abstract class ExecutionServiceContract : IAsyncLifetime
{
    private const string Minute = """{"seconds":60}""";

    private readonly ScriptedRouter submitting = new(_ => new TaskOutcome.Submitted(JsonObject.Empty));
    private volatile bool isBroken = true;

    protected abstract IExecutionService Executions { get; }

    protected abstract StateMachineCatalog Catalog { get; }

    protected abstract ManualTimeProvider Time { get; }

    protected string MachineArn { get; private set; } = "";

    public Task InitializeAsync() => Task.CompletedTask;

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Runs_a_machine_to_its_end()
    {
        await OpenAsync(Definitions.TwoTasks, new ScriptedRouter(call => new TaskOutcome.Succeeded(Json.Of(call.Request.StateName))));

        var ended = await RunAsync("""{"a":1}""", "run");

        Assert.Equal(ExecutionStatus.Succeeded, ended.Summary.Status);
        Assert.Equal(Json.Parse("""{"a":1,"first":"first","second":"second"}"""), ended.Output);
        Assert.Equal(ended, await Executions.DescribeAsync("arn:aws:states:us-east-1:123456789012:execution:machine:run"));
    }

    [Fact]
    public async Task A_failed_task_fails_the_execution()
    {
        await OpenAsync(Definitions.OneTask, new ScriptedRouter(_ => ScriptedRouter.Failed("Declined", "no money")));

        var ended = await RunAsync();

        Assert.Equal((ExecutionStatus.Failed, new Failure("Declined", "no money")), (ended.Summary.Status, ended.Failure));
        Assert.Equal((RedriveStatus.Redrivable, null), (ended.RedriveStatus, ended.RedriveStatusReason));
    }

    [Fact]
    public async Task An_exception_that_gets_out_of_the_router_fails_the_task()
    {
        await OpenAsync(Definitions.OneTask, new ScriptedRouter((_, _) => throw new TimeZoneNotFoundException("nowhere")));

        Assert.Equal(new Failure("TimeZoneNotFoundException", "nowhere"), (await RunAsync()).Failure);
    }

    [Fact]
    public async Task Waits_until_its_moment()
    {
        await OpenAsync(Definitions.Pause);
        var started = await StartAsync("""{"seconds":3600}""");
        var ending = Executions.WaitForEndAsync(started.ExecutionArn).AsTask();
        Assert.False(ending.IsCompleted);

        await AdvanceAsync(TimeSpan.FromHours(1), started.StartDate.AddHours(1));

        Assert.Equal(started.StartDate.AddHours(1), (await EndOfAsync(ending)).Summary.StopDate);
    }

    [Fact]
    public async Task The_same_name_and_input_give_the_same_answer_while_it_runs()
    {
        await OpenAsync(Definitions.Pause);
        var first = await StartAsync(Minute, "run");
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, await StartAsync("""{ "seconds": 60 }""", "run"));
        Assert.Equal(["run"], await NamesAsync());
    }

    [Fact]
    public async Task Runs_the_version_that_it_was_started_by()
    {
        await OpenAsync(Definition("one"));
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definition("two") });

        var byVersion = await RunAsync(name: "version", qualifier: ":1");
        var byMachine = await RunAsync(name: "machine");

        Assert.Equal((Json.Of("one"), Json.Of("two")), (byVersion.Output, byMachine.Output));
        Assert.Equal((MachineArn, $"{MachineArn}:1", null), (byVersion.Summary.StateMachineArn, byVersion.Summary.StateMachineVersionArn, byVersion.Summary.StateMachineAliasArn));
        Assert.Equal((MachineArn, null, null), (byMachine.Summary.StateMachineArn, byMachine.Summary.StateMachineVersionArn, byMachine.Summary.StateMachineAliasArn));
        Assert.Equal("arn:aws:states:us-east-1:123456789012:execution:machine:version", byVersion.Summary.ExecutionArn);
        Assert.Equal(byVersion, await Executions.DescribeAsync(byVersion.Summary.ExecutionArn));
        Assert.Equal(Definition("one"), (await Executions.DescribeStateMachineAsync(byVersion.Summary.ExecutionArn)).Definition);
    }

    [Fact]
    public async Task Runs_a_version_that_the_alias_leads_to_and_says_so_in_its_history()
    {
        await OpenAsync(Definition("one"));
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definition("two") });
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(2, 0), new AliasRoute(1, 100)]);

        var ended = await RunAsync(name: "alias", qualifier: ":PROD");

        Assert.Equal(Json.Of("one"), ended.Output);
        Assert.Equal((MachineArn, $"{MachineArn}:1", $"{MachineArn}:PROD"), (ended.Summary.StateMachineArn, ended.Summary.StateMachineVersionArn, ended.Summary.StateMachineAliasArn));
        Assert.Equal(
            new HistoryDetails.ExecutionStarted(JsonObject.Empty, "arn:aws:iam::123456789012:role/test") { StateMachineVersionArn = $"{MachineArn}:1", StateMachineAliasArn = $"{MachineArn}:PROD" },
            (await HistoryAsync(ended.Summary.ExecutionArn)).Items[0].Details);
    }

    [Fact]
    public async Task Lists_the_executions_of_a_version_and_of_an_alias()
    {
        await OpenAsync(Definition("one"));
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);
        await RunAsync(name: "machine");
        await RunAsync(name: "version", qualifier: ":1");
        await RunAsync(name: "alias", qualifier: ":PROD");

        Assert.Equal(["alias", "version", "machine"], await NamesAsync());
        Assert.Equal(["alias", "version"], await NamesAsync(qualifier: ":1"));
        Assert.Equal(["alias"], await NamesAsync(qualifier: ":PROD"));
        Assert.Empty(await NamesAsync(ExecutionStatus.Running, qualifier: ":PROD"));
        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await NamesAsync(qualifier: ":2"));
        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await NamesAsync(qualifier: ":TEST"));
    }

    [Fact]
    public async Task The_same_wish_names_the_same_alias_or_version()
    {
        await OpenAsync(Definitions.Pause);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { RoleArn = "arn:aws:iam::123456789012:role/other" });
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);
        var first = await StartAsync(Minute, "run", ":PROD");
        await Catalog.Aliases.UpdateAsync(MachineArn, "PROD", description: null, [new AliasRoute(2, 100)]);

        Assert.Equal(first, await StartAsync(Minute, "run", ":PROD"));
        Assert.Equal([$"{MachineArn}:1"], (await Executions.ListAsync(MachineArn, status: null, limit: 9, cursor: null)).Items.Select(execution => execution.StateMachineVersionArn));
        await AssertRefusedAsync(Refusal.ExecutionAlreadyExists, async () => await StartAsync(Minute, "run", ":1"));
        await AssertRefusedAsync(Refusal.ExecutionAlreadyExists, async () => await StartAsync(Minute, "run"));
    }

    [Fact]
    public async Task A_version_or_alias_that_is_not_there_is_not_started()
    {
        await OpenAsync(Definitions.Pause);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);

        var refused = await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await StartAsync(Minute, qualifier: ":2"));

        Assert.Equal($"State Machine Does Not Exist: '{MachineArn}:2'", refused.Message);
        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await StartAsync(Minute, qualifier: ":PROD"));
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task An_execution_goes_on_when_its_version_is_deleted()
    {
        await OpenAsync(Definitions.Callback, submitting);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        var started = await StartAsync(qualifier: ":1");
        var token = await TokenAsync(started, attempt: 1);

        await Catalog.Versions.DeleteAsync(MachineArn, 1);
        await Executions.SendTaskSuccessAsync(token, Json.Of("done"));

        var ended = await Executions.WaitForEndAsync(started.ExecutionArn);
        Assert.Equal((ExecutionStatus.Succeeded, $"{MachineArn}:1"), (ended.Summary.Status, ended.Summary.StateMachineVersionArn));
    }

    [Fact]
    public async Task An_EXPRESS_execution_runs_the_version_it_was_started_by()
    {
        await OpenAsync(Definition("one"), type: StateMachineType.Express);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definition("two") });
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);

        var ended = await Executions.StartSyncAsync(new StartRequest { StateMachineArn = $"{MachineArn}:PROD" });

        Assert.Equal((Json.Of("one"), MachineArn), (ended.Output, ended.Summary.StateMachineArn));
    }

    [Fact]
    public async Task The_same_name_with_another_input_is_refused()
    {
        await OpenAsync(Definitions.Pause);
        await StartAsync(Minute, "run");

        var refused = await AssertRefusedAsync(Refusal.ExecutionAlreadyExists, async () => await StartAsync("""{"seconds":61}""", "run"));

        Assert.Equal("Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:machine:run'", refused.Message);
    }

    [Fact]
    public async Task The_name_of_an_execution_that_has_ended_is_taken()
    {
        await OpenAsync(Definitions.OneTask);
        await RunAsync(name: "run");

        await AssertRefusedAsync(Refusal.ExecutionAlreadyExists, async () => await StartAsync(name: "run"));
    }

    [Fact]
    public async Task Of_many_starts_with_one_name_one_begins_an_execution()
    {
        await OpenAsync(Definitions.Pause);

        var started = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () => await StartAsync(Minute, "run"))));

        Assert.Single(started.Distinct());
        Assert.Equal(["run"], await NamesAsync());
    }

    [Fact]
    public async Task Of_many_starts_with_one_name_and_several_inputs_one_wins()
    {
        await OpenAsync(Definitions.Pause);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => Record.ExceptionAsync(async () => await StartAsync($$"""{"seconds":{{60 + (i % 2)}}}""", "run")))));

        Assert.All(outcomes.OfType<Exception>(), refused => Assert.Equal(Refusal.ExecutionAlreadyExists, Assert.IsType<RefusedException>(refused).Refusal));
        Assert.Equal(32, outcomes.Count(outcome => outcome is null));
        Assert.Equal(["run"], await NamesAsync());
    }

    [Fact]
    public async Task Executions_without_a_name_get_one_each()
    {
        await OpenAsync(Definitions.Pause);

        Assert.NotEqual((await StartAsync(Minute)).ExecutionArn, (await StartAsync(Minute)).ExecutionArn);
    }

    [Fact]
    public async Task A_machine_that_is_not_there_cannot_be_started()
    {
        await OpenAsync(Definitions.Pause);
        await Catalog.DeleteAsync(MachineArn);

        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await StartAsync(Minute));
    }

    [Fact]
    public async Task An_execution_outlives_its_machine_and_keeps_its_revision()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var before = await Catalog.DescribeAsync(MachineArn);
        var (started, token) = await StartCallbackAsync();
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definitions.OneTask });
        await Catalog.DeleteAsync(MachineArn);

        await Executions.SendTaskSuccessAsync(token, Json.True);

        Assert.Equal(Json.True, (await Executions.WaitForEndAsync(started.ExecutionArn)).Output);
        Assert.Equal(before, await Executions.DescribeStateMachineAsync(started.ExecutionArn));
    }

    [Fact]
    public async Task An_input_that_is_too_large_is_refused()
    {
        await OpenAsync(Definitions.OneTask);

        var refused = await AssertRefusedAsync(Refusal.InvalidExecutionInput, async () => await StartAsync($"\"{new string('a', 262_144)}\""));

        Assert.Equal("The input has 262146 bytes; at most 262144 are allowed", refused.Message);
    }

    [Fact]
    public async Task An_input_of_the_largest_size_goes_all_the_way()
    {
        await OpenAsync(Definitions.OneTask);
        var input = $"\"{new string('a', 262_142)}\"";

        var ended = await RunAsync(input);

        Assert.Equal(Json.Parse(input), ended.Output);
        Assert.Equal(ended, await Executions.DescribeAsync(ended.Summary.ExecutionArn));
    }

    [Fact]
    public async Task An_express_machine_runs_in_memory_and_answers_with_its_outcome()
    {
        await OpenAsync(Definitions.TwoTasks, type: StateMachineType.Express);

        var ended = await Executions.StartSyncAsync(new StartRequest { StateMachineArn = MachineArn, Name = "run", Input = Json.Parse("""{"a":1}""") });

        Assert.Equal(ExecutionStatus.Succeeded, ended.Summary.Status);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:express:machine:run:", ended.Summary.ExecutionArn, StringComparison.Ordinal);
        Assert.Equal("EXPRESS executions cannot be redriven", ended.RedriveStatusReason);
        await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.DescribeAsync(ended.Summary.ExecutionArn));
        await AssertRefusedAsync(Refusal.StateMachineTypeNotSupported, async () => await NamesAsync());
    }

    [Fact]
    public async Task An_express_execution_that_nobody_waits_for_is_run_too()
    {
        var router = new ScriptedRouter();
        await OpenAsync(Definitions.OneTask, router, StateMachineType.Express);

        var started = await StartAsync("""{"a":1}""", "run");

        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:express:machine:run:", started.ExecutionArn, StringComparison.Ordinal);
        Assert.Equal(started.ExecutionArn, (await router.ArrivalAsync("work")).Execution.ExecutionArn);
    }

    [Fact]
    public async Task A_standard_machine_does_not_answer_with_its_outcome()
    {
        await OpenAsync(Definitions.OneTask);

        await AssertRefusedAsync(Refusal.StateMachineTypeNotSupported, async () => await Executions.StartSyncAsync(new StartRequest { StateMachineArn = MachineArn }));
    }

    [Fact]
    public async Task Stopping_ends_an_execution()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (started, token) = await StartCallbackAsync();
        Time.Advance(TimeSpan.FromSeconds(7));

        var stoppedAt = await Executions.StopAsync(started.ExecutionArn, "Enough", "of this");

        var ended = await Executions.DescribeAsync(started.ExecutionArn);
        Assert.Equal((ExecutionStatus.Aborted, new Failure("Enough", "of this"), stoppedAt), (ended.Summary.Status, ended.Failure, ended.Summary.StopDate));
        Assert.Equal(started.StartDate.AddSeconds(7), stoppedAt);
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(token, Json.Null));
    }

    [Fact]
    public async Task Stopping_an_execution_that_has_ended_answers_when_it_did()
    {
        await OpenAsync(Definitions.OneTask);
        var ended = await RunAsync();
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(ended.Summary.StopDate, await Executions.StopAsync(ended.Summary.ExecutionArn, error: null, cause: null));
        Assert.Equal(ended, await Executions.DescribeAsync(ended.Summary.ExecutionArn));
    }

    [Fact]
    public async Task An_execution_that_is_not_there_is_refused()
    {
        await OpenAsync(Definitions.OneTask);
        var arn = ArnScheme.Execution(MachineArn, "none");

        await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.DescribeAsync(arn));
        await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.DescribeAsync("nonsense"));
        await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.DescribeStateMachineAsync(arn));
        await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.StopAsync(arn, error: null, cause: null));
        await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.RedriveAsync(arn));
        await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.WaitForEndAsync(arn));
        var refused = await AssertRefusedAsync(Refusal.ExecutionDoesNotExist, async () => await Executions.GetHistoryAsync(arn, reverse: false, 9, cursor: null));
        Assert.Equal($"Execution Does Not Exist: '{arn}'", refused.Message);
    }

    [Fact]
    public async Task An_execution_that_failed_goes_on_and_succeeds()
    {
        await OpenAsync(Definitions.TwoTasks, Breaking("second"));
        var arn = await FailAsync();
        var before = (await HistoryAsync(arn)).Items;
        Time.Advance(TimeSpan.FromHours(1));

        var redriveDate = await Executions.RedriveAsync(arn);
        var ended = await Executions.WaitForEndAsync(arn);

        Assert.Equal(before[^1].Timestamp.AddHours(1), redriveDate);
        Assert.Equal((ExecutionStatus.Succeeded, 1, redriveDate), (ended.Summary.Status, ended.Summary.RedriveCount, ended.Summary.RedriveDate));
        Assert.Equal(ended, await Executions.DescribeAsync(arn));
        var after = (await HistoryAsync(arn)).Items;
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(Enumerable.Range(1, after.Count).Select(id => (long)id), after.Select(happened => happened.Id));
        Assert.Equal((HistoryEventType.ExecutionRedriven, HistoryEventType.ExecutionSucceeded), (after[before.Count].Type, after[^1].Type));
    }

    [Fact]
    public async Task Is_open_like_any_other_after_a_redrive()
    {
        await OpenAsync(Definitions.Pause);
        var started = await StartAsync(Minute, "run");
        await Executions.StopAsync(started.ExecutionArn, error: null, cause: null);
        await Executions.RedriveAsync(started.ExecutionArn);

        var described = await Executions.DescribeAsync(started.ExecutionArn);

        Assert.Equal((ExecutionStatus.Running, null), (described.Summary.Status, described.Summary.StopDate));
        Assert.Equal((RedriveStatus.NotRedrivable, "Execution is RUNNING and cannot be redriven"), (described.RedriveStatus, described.RedriveStatusReason));
        Assert.Equal(started, await StartAsync(Minute, "run"));
        await AssertRefusedAsync(Refusal.ExecutionAlreadyExists, async () => await StartAsync("""{"seconds":61}""", "run"));
        Assert.Equal(["run"], await NamesAsync(ExecutionStatus.Running, isRedriven: true));
        Assert.Empty(await NamesAsync(ExecutionStatus.Aborted));
        Assert.Empty(await NamesAsync(isRedriven: false));
        var ending = Executions.WaitForEndAsync(started.ExecutionArn).AsTask();
        Assert.False(ending.IsCompleted);

        await AdvanceAsync(TimeSpan.FromMinutes(1), described.Summary.RedriveDate!.Value.AddMinutes(1));

        Assert.Equal(ExecutionStatus.Succeeded, (await EndOfAsync(ending)).Summary.Status);
    }

    [Fact]
    public async Task Of_many_redrives_at_once_one_wins()
    {
        await OpenAsync(Definitions.Pause);
        var started = await StartAsync(Minute);
        await Executions.StopAsync(started.ExecutionArn, error: null, cause: null);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Record.ExceptionAsync(async () => await Executions.RedriveAsync(started.ExecutionArn)))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(19, outcomes.Count(outcome => outcome?.Message == "Execution Not Redrivable: 'Execution is RUNNING and cannot be redriven'"));
        Assert.Equal(1, (await Executions.DescribeAsync(started.ExecutionArn)).Summary.RedriveCount);
    }

    [Fact]
    public async Task The_same_client_token_gives_the_same_answer()
    {
        await OpenAsync(Definitions.OneTask, Breaking("work"));
        var arn = await FailAsync(stays: true);

        var first = await Executions.RedriveAsync(arn, "once");
        await Executions.WaitForEndAsync(arn);
        Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(first, await Executions.RedriveAsync(arn, "once"));
        Assert.Equal(1, (await Executions.DescribeAsync(arn)).Summary.RedriveCount);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(first.AddMinutes(15).AddSeconds(1), await Executions.RedriveAsync(arn, "once"));
    }

    [Fact]
    public async Task The_same_client_token_gives_the_same_answer_while_it_runs()
    {
        await OpenAsync(Definitions.Pause);
        var started = await StartAsync(Minute);
        await Executions.StopAsync(started.ExecutionArn, error: null, cause: null);

        var first = await Executions.RedriveAsync(started.ExecutionArn, "once");
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, await Executions.RedriveAsync(started.ExecutionArn, "once"));
        await AssertRefusedAsync(Refusal.ExecutionNotRedrivable, async () => await Executions.RedriveAsync(started.ExecutionArn, "twice"));
    }

    [Fact]
    public async Task A_task_token_given_out_before_a_redrive_is_no_longer_good()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (started, before) = await StartCallbackAsync();
        await Executions.StopAsync(started.ExecutionArn, error: null, cause: null);

        await Executions.RedriveAsync(started.ExecutionArn);

        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(before, Json.Null));
        var after = await TokenAsync(started, attempt: 2);
        await Executions.SendTaskSuccessAsync(after, Json.Of("yes"));
        Assert.Equal(Json.Of("yes"), (await Executions.WaitForEndAsync(started.ExecutionArn)).Output);
    }

    [Fact]
    public async Task Ends_again_in_the_very_moment_of_its_redrive()
    {
        await OpenAsync("""{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}""");
        var arn = (await RunAsync(name: "run")).Summary.ExecutionArn;

        for (var count = 1; count <= 3; count++)
        {
            await Executions.RedriveAsync(arn);
            var described = await Executions.DescribeAsync(arn);
            Assert.Equal((ExecutionStatus.Failed, count, "E"), (described.Summary.Status, described.Summary.RedriveCount, described.Failure?.Error));
        }
    }

    [Theory]
    [InlineData("Execution is SUCCEEDED and cannot be redriven")]
    [InlineData("Execution redrivable period exceeded")]
    [InlineData("State machine is in DELETING status")]
    public async Task A_redrive_is_refused_with_the_reason_that_a_description_gives(string reason)
    {
        isBroken = !reason.Contains("SUCCEEDED", StringComparison.Ordinal);
        await OpenAsync(Definitions.OneTask, Breaking("work"));
        var arn = (await RunAsync(name: "run")).Summary.ExecutionArn;
        Time.Advance(TimeSpan.FromDays(reason.Contains("period", StringComparison.Ordinal) ? 15 : 1));
        if (reason.Contains("DELETING", StringComparison.Ordinal))
        {
            await Catalog.DeleteAsync(MachineArn);
        }

        var described = await Executions.DescribeAsync(arn);
        var refused = await AssertRefusedAsync(Refusal.ExecutionNotRedrivable, async () => await Executions.RedriveAsync(arn));

        Assert.Equal((RedriveStatus.NotRedrivable, reason), (described.RedriveStatus, described.RedriveStatusReason));
        Assert.Equal($"Execution Not Redrivable: '{reason}'", refused.Message);
    }

    [Fact]
    public async Task A_redrive_of_what_runs_is_refused_with_the_reason_that_a_description_gives()
    {
        const string Reason = "Execution is RUNNING and cannot be redriven";
        await OpenAsync(Definitions.Callback, submitting);
        var (started, _) = await StartCallbackAsync();

        var described = await Executions.DescribeAsync(started.ExecutionArn);
        var refused = await AssertRefusedAsync(Refusal.ExecutionNotRedrivable, async () => await Executions.RedriveAsync(started.ExecutionArn));

        Assert.Equal((RedriveStatus.NotRedrivable, Reason), (described.RedriveStatus, described.RedriveStatusReason));
        Assert.Equal($"Execution Not Redrivable: '{Reason}'", refused.Message);
    }

    [Fact]
    public async Task A_result_ends_the_wait_for_a_callback()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (started, token) = await StartCallbackAsync();

        await Executions.SendTaskSuccessAsync(token, Json.Of("yes"));

        Assert.Equal(Json.Of("yes"), (await Executions.WaitForEndAsync(started.ExecutionArn)).Output);
    }

    [Fact]
    public async Task A_failure_ends_the_wait_for_a_callback()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (started, token) = await StartCallbackAsync();

        await Executions.SendTaskFailureAsync(token, "No", cause: null);

        Assert.Equal(new Failure("No", Cause: null), (await Executions.WaitForEndAsync(started.ExecutionArn)).Failure);
    }

    [Fact]
    public async Task A_sign_of_life_gives_a_task_more_time()
    {
        await OpenAsync(Definitions.Callback.Replace("\"End\"", "\"HeartbeatSeconds\": 60, \"End\"", StringComparison.Ordinal), submitting);
        var (started, token) = await StartCallbackAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(40), started.StartDate.AddSeconds(60));
        await Executions.SendTaskHeartbeatAsync(token);
        await AdvanceAsync(TimeSpan.FromSeconds(40), started.StartDate.AddSeconds(100));
        Assert.Equal(ExecutionStatus.Running, (await Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);
        var ending = Executions.WaitForEndAsync(started.ExecutionArn).AsTask();

        await AdvanceAsync(TimeSpan.FromSeconds(20), started.StartDate.AddSeconds(100));

        Assert.Equal(Failure.Timeout, (await EndOfAsync(ending)).Failure?.Error);
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskHeartbeatAsync(token));
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (_, token) = await StartCallbackAsync();
        await Executions.SendTaskSuccessAsync(token, Json.Of("yes"));

        var refused = await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(token, Json.Of("no")));

        Assert.Equal("Task Timed Out: 'Provided task does not exist anymore'", refused.Message);
    }

    [Fact]
    public async Task Of_a_stop_and_many_callbacks_at_once_one_counts()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (started, token) = await StartCallbackAsync();

        var stopping = Task.Run(async () => await Executions.StopAsync(started.ExecutionArn, "Stop", cause: null));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Record.ExceptionAsync(async () => await Executions.SendTaskSuccessAsync(token, Json.Of(i))))));
        await stopping;

        Assert.True(outcomes.Count(outcome => outcome is null) <= 1);
        Assert.All(outcomes.OfType<Exception>(), refused => Assert.Equal(Refusal.TaskTimedOut, Assert.IsType<RefusedException>(refused).Refusal));
        var ended = await Executions.WaitForEndAsync(started.ExecutionArn);
        Assert.Contains(ended.Summary.Status, new[] { ExecutionStatus.Succeeded, ExecutionStatus.Aborted });
        Assert.Equal(ended.Summary.Status == ExecutionStatus.Succeeded ? HistoryEventType.ExecutionSucceeded : HistoryEventType.ExecutionAborted, (await HistoryAsync(started.ExecutionArn)).Items[^1].Type);
    }

    [Fact]
    public async Task A_token_made_up_is_refused()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (started, token) = await StartCallbackAsync();
        var forged = TaskToken.Create(submitting.Calls[0].Execution with { Seed = new string('0', 64) }, task: 1);

        var refused = await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.SendTaskSuccessAsync("nonsense", Json.Null));
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.SendTaskSuccessAsync(forged, Json.Null));
        await Executions.SendTaskSuccessAsync(token, Json.Null);
        await Executions.WaitForEndAsync(started.ExecutionArn);
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.SendTaskSuccessAsync(forged, Json.Null));
        Assert.Equal("Invalid Token: 'Invalid token'", refused.Message);
    }

    [Fact]
    public async Task A_token_of_an_execution_that_is_not_known_is_refused()
    {
        await OpenAsync(Definitions.Callback, submitting);
        await StartCallbackAsync();
        var strange = TaskToken.Create(submitting.Calls[0].Execution with { ExecutionArn = ArnScheme.Execution(MachineArn, "none") }, task: 1);

        await AssertRefusedAsync(Refusal.TaskDoesNotExist, async () => await Executions.SendTaskSuccessAsync(strange, Json.Null));
    }

    [Fact]
    public async Task An_output_that_is_too_large_is_refused()
    {
        await OpenAsync(Definitions.Callback, submitting);
        var (_, token) = await StartCallbackAsync();

        await AssertRefusedAsync(Refusal.InvalidOutput, async () => await Executions.SendTaskSuccessAsync(token, Json.Of(new string('a', 262_144))));
        await Executions.SendTaskSuccessAsync(token, Json.Of(new string('a', 262_142)));
    }

    [Fact]
    public async Task Lists_the_newest_first_page_by_page()
    {
        await OpenAsync(Definitions.Pause);
        for (var i = 0; i < 7; i++)
        {
            await StartAsync(Minute, $"run{i}");
            Time.Advance(TimeSpan.FromMilliseconds(i % 2));
        }

        await Executions.StopAsync(ArnScheme.Execution(MachineArn, "run3"), error: null, cause: null);

        Assert.Equal(["run6", "run5", "run4", "run3", "run2", "run1", "run0"], await PagesAsync(status: null));
        Assert.Equal(["run6", "run5", "run4", "run2", "run1", "run0"], await PagesAsync(ExecutionStatus.Running));
        Assert.Equal(["run3"], await PagesAsync(ExecutionStatus.Aborted));
        Assert.Empty(await PagesAsync(ExecutionStatus.Failed));
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_query_only()
    {
        await OpenAsync(Definitions.Pause);
        await StartAsync(Minute);
        var started = await StartAsync(Minute);
        var list = (await Executions.ListAsync(MachineArn, status: null, limit: 1, cursor: null)).Next;
        var history = (await Executions.GetHistoryAsync(started.ExecutionArn, reverse: false, limit: 1, cursor: null)).Next;

        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.ListAsync(MachineArn, ExecutionStatus.Running, limit: 1, list));
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.ListAsync(MachineArn, status: null, limit: 1, list, isRedriven: true));
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.ListAsync(MachineArn, status: null, limit: 1, "nonsense"));
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.GetHistoryAsync(started.ExecutionArn, reverse: true, limit: 1, history));
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.GetHistoryAsync(started.ExecutionArn, reverse: false, limit: 1, list));
        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await Executions.ListAsync(MachineArn + "2", status: null, limit: 1, cursor: null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_history_is_read_page_by_page_both_ways(bool reverse)
    {
        await OpenAsync(Definitions.OneTask);
        var arn = (await RunAsync()).Summary.ExecutionArn;
        List<HistoryEvent> found = [];
        string? cursor = null;
        do
        {
            var page = await Executions.GetHistoryAsync(arn, reverse, limit: 3, cursor);
            Assert.InRange(page.Items.Count, 1, 3);
            found.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        HistoryEventType[] expected =
        [
            HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.LambdaFunctionScheduled, HistoryEventType.LambdaFunctionStarted,
            HistoryEventType.LambdaFunctionSucceeded, HistoryEventType.TaskStateExited, HistoryEventType.ExecutionSucceeded,
        ];
        Assert.Equal(reverse ? expected.Reverse() : expected, found.Select(happened => happened.Type));
    }

    /// <summary>Opens the host with nothing in it.</summary>
    protected abstract Task OpenAsync(ITaskRouter router);

    /// <summary>Moves the clock, and does what is due then.</summary>
    /// <param name="by">How far.</param>
    /// <param name="set">For when the next timer is set; a host that works on threads of its own waits until it is.</param>
    protected abstract Task AdvanceAsync(TimeSpan by, DateTimeOffset set);

    /// <summary>What a wait for an end comes to that was begun before.</summary>
    protected virtual Task<ExecutionDescription> EndOfAsync(Task<ExecutionDescription> ending) => ending;

    private async Task OpenAsync(string definition, ITaskRouter? router = null, StateMachineType type = StateMachineType.Standard)
    {
        await OpenAsync(router ?? new ScriptedRouter());
        var machine = await Catalog.CreateAsync(new StateMachineDraft { Name = "machine", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test", Type = type });
        MachineArn = machine.Arn;
    }

    private ValueTask<StartedExecution> StartAsync(string input = "{}", string? name = null, string qualifier = "") =>
        Executions.StartAsync(new StartRequest { StateMachineArn = MachineArn + qualifier, Name = name, Input = Json.Parse(input) });

    private async Task<ExecutionDescription> RunAsync(string input = "{}", string? name = null, string qualifier = "") =>
        await Executions.WaitForEndAsync((await StartAsync(input, name, qualifier)).ExecutionArn);

    private static string Definition(string result) => $$"""{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": "{{result}}", "End": true } } }""";

    private async Task<(StartedExecution Started, string Token)> StartCallbackAsync()
    {
        var started = await StartAsync();
        return (started, await TokenAsync(started, attempt: 1));
    }

    /// <summary>The token, once whoever does the task has it.</summary>
    private async Task<string> TokenAsync(StartedExecution started, int attempt)
    {
        while (submitting.Calls.Where(call => call.Execution.ExecutionArn == started.ExecutionArn).DistinctBy(call => call.Request.Task).ElementAtOrDefault(attempt - 1) is not { } call)
        {
            await Task.Yield();
        }

        return submitting.Calls.Where(one => one.Execution.ExecutionArn == started.ExecutionArn).DistinctBy(one => one.Request.Task).ElementAt(attempt - 1).Request.TaskToken;
    }

    private ScriptedRouter Breaking(string state) => new(call => isBroken && call.Request.StateName == state
        ? ScriptedRouter.Failed("Broken")
        : new TaskOutcome.Succeeded(JsonObject.Of(("did", Json.Of(call.Request.StateName)))));

    private async Task<string> FailAsync(bool stays = false)
    {
        var ended = await RunAsync(name: "run");
        Assert.Equal((ExecutionStatus.Failed, RedriveStatus.Redrivable), (ended.Summary.Status, ended.RedriveStatus));
        isBroken = stays;
        return ended.Summary.ExecutionArn;
    }

    private ValueTask<Page<HistoryEvent>> HistoryAsync(string arn) => Executions.GetHistoryAsync(arn, reverse: false, limit: 99, cursor: null);

    private async Task<IEnumerable<string>> NamesAsync(ExecutionStatus? status = null, bool? isRedriven = null, string qualifier = "") =>
        (await Executions.ListAsync(MachineArn + qualifier, status, limit: 99, cursor: null, isRedriven)).Items.Select(execution => execution.Name);

    private async Task<IReadOnlyList<string>> PagesAsync(ExecutionStatus? status)
    {
        List<string> names = [];
        string? cursor = null;
        do
        {
            var page = await Executions.ListAsync(MachineArn, status, limit: 3, cursor);
            names.AddRange(page.Items.Select(execution => execution.Name));
            cursor = page.Next;
        }
        while (cursor is not null);

        return names;
    }

    private static async Task<RefusedException> AssertRefusedAsync(Refusal refusal, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(call);
        Assert.Equal(refusal, refused.Refusal);
        return refused;
    }
}
