using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class InMemoryRunTests
{
    private static readonly DateTimeOffset Beginning = Simulation.Beginning;

    [Fact]
    public async Task Waits_and_pauses_between_retries_take_no_time()
    {
        var router = new ScriptedRouter(call => call.Request is { StateName: "unsteady", RetryCount: < 2 }
            ? ScriptedRouter.Failed("Transient")
            : new TaskOutcome.Succeeded(call.Request.Input));

        var ended = await RunAsync(Definitions.RetryThenFanOut, router);

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal(Beginning.AddSeconds(2 + 4 + 30 + 5), ended.StoppedAt);
    }

    [Fact]
    public async Task A_task_that_completes_later_is_waited_for_before_the_clock_jumps()
    {
        var release = new TaskCompletionSource();
        var router = new ScriptedRouter(async (call, _) =>
        {
            await release.Task;
            return new TaskOutcome.Succeeded(call.Request.Input);
        });
        var running = RunAsync(Definitions.TimeLimit, router);
        await router.ArrivalAsync("work");

        release.SetResult();

        Assert.Equal(Beginning.AddSeconds(600), (await running).StoppedAt);
    }

    [Fact]
    public async Task An_execution_that_waits_for_a_callback_nobody_can_send_is_handed_back_as_it_stands()
    {
        var ended = await RunAsync(Definitions.Callback, new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty)));

        Assert.Equal(ExecutionStatus.Running, ended.Status);
    }

    [Fact]
    public async Task The_history_comes_with_it()
    {
        var history = new List<HistoryEvent>();

        await RunAsync(Definitions.OneTask, new ScriptedRouter(), history);

        Assert.Equal(HistoryEventType.ExecutionSucceeded, history[^1].Type);
        Assert.Equal(Enumerable.Range(1, history.Count).Select(id => (long)id), history.Select(happened => happened.Id));
    }

    [Fact]
    public async Task Cancelling_stops_the_execution()
    {
        using var cancellation = new CancellationTokenSource();
        var router = new ScriptedRouter(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new TaskOutcome.Succeeded(Json.Null);
        });
        var running = InMemoryRun.RunAsync(Simulation.Machine(Definitions.OneTask), Start(), router, Beginning, cancellationToken: cancellation.Token);
        await router.ArrivalAsync("work");

        await cancellation.CancelAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await running).Status);
    }

    [Fact]
    public async Task A_long_stretch_without_a_task_is_run_in_turns()
    {
        const string Loop = """
            {
              "StartAt": "count",
              "States": {
                "count": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "enough?" },
                "enough?": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericLessThan": 30000, "Next": "count" }], "Default": "done" },
                "done": { "Type": "Succeed" }
              }
            }
            """;
        var start = Start() with { Input = Json.Parse("""{"n":0}"""), Limits = ExecutionLimits.Express };

        var ended = await InMemoryRun.RunAsync(Simulation.Machine(Loop), start, new ScriptedRouter(), Beginning);

        Assert.Equal((ExecutionStatus.Succeeded, 60_001), (ended.Status, ended.Transitions));
    }

    private static Task<Execution> RunAsync(string definition, ITaskRouter router, ICollection<HistoryEvent>? history = null) =>
        InMemoryRun.RunAsync(Simulation.Machine(definition), Start(), router, Beginning, history);

    private static ExecutionStart Start() => new()
    {
        ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:machine:run",
        Name = "run",
        StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:machine",
        StateMachineName = "machine",
        RoleArn = "arn:aws:iam::123456789012:role/test",
        Input = JsonObject.Empty,
        Seed = new string('5', 64),
    };
}
