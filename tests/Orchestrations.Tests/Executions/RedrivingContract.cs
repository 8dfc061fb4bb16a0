using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>How executions are redriven, on every host.</summary>
public abstract class RedrivingContract(ExecutionHost host) : ExecutionContract(host)
{
    private volatile bool isBroken = true;

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
        await OpenAsync(Definitions.Callback, Submitting);
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
        await OpenAsync(Definitions.Callback, Submitting);
        var (started, _) = await StartCallbackAsync();

        var described = await Executions.DescribeAsync(started.ExecutionArn);
        var refused = await AssertRefusedAsync(Refusal.ExecutionNotRedrivable, async () => await Executions.RedriveAsync(started.ExecutionArn));

        Assert.Equal((RedriveStatus.NotRedrivable, Reason), (described.RedriveStatus, described.RedriveStatusReason));
        Assert.Equal($"Execution Not Redrivable: '{Reason}'", refused.Message);
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
}
