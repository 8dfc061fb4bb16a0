using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tests.Engine;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>Which starts begin an execution, and which are refused, on every host.</summary>
public abstract class StartingContract(ExecutionHost host) : ExecutionContract(host)
{
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
    public async Task An_input_that_is_too_large_is_refused()
    {
        await OpenAsync(Definitions.OneTask);

        var refused = await AssertRefusedAsync(Refusal.InvalidExecutionInput, async () => await StartAsync($"\"{new string('a', 262_144)}\""));

        Assert.Equal("The input has 262146 bytes; at most 262144 are allowed", refused.Message);
    }
}
