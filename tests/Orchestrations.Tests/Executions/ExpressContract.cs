using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>How machines of type EXPRESS are run, on every host.</summary>
public abstract class ExpressContract(ExecutionHost host) : ExecutionContract(host)
{
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
}
