using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>What becomes of an execution once it was started, on every host.</summary>
public abstract class RunningContract(ExecutionHost host) : ExecutionContract(host)
{
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
    public async Task An_input_of_the_largest_size_goes_all_the_way()
    {
        await OpenAsync(Definitions.OneTask);
        var input = $"\"{new string('a', 262_142)}\"";

        var ended = await RunAsync(input);

        Assert.Equal(Json.Parse(input), ended.Output);
        Assert.Equal(ended, await Executions.DescribeAsync(ended.Summary.ExecutionArn));
    }

    [Fact]
    public async Task An_execution_outlives_its_machine_and_keeps_its_revision()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        var before = await Catalog.DescribeAsync(MachineArn);
        var (started, token) = await StartCallbackAsync();
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definitions.OneTask });
        await Catalog.DeleteAsync(MachineArn);

        await Executions.SendTaskSuccessAsync(token, Json.True);

        Assert.Equal(Json.True, (await Executions.WaitForEndAsync(started.ExecutionArn)).Output);
        Assert.Equal(before, await Executions.DescribeStateMachineAsync(started.ExecutionArn));
    }
}
