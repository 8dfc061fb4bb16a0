using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>The samples. With <c>TASKORCH_WRITE_SAMPLES=1</c> in the environment their expected histories are written instead of compared.</summary>
public sealed class SampleTests
{
    public static TheoryData<string, string> Samples => new()
    {
        { "transaction-processor", "TransactionProcessor" },
        { "order-processing", "OrderProcessing" },
        { "settlement-batch", "SettlementBatch" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Each_runs_as_its_expected_history_shows(string folder, string workflow)
    {
        using var run = new WorkflowRun();
        var input = await File.ReadAllTextAsync(Repository.PathOf("samples", folder, "input.json"));

        run.Run(SeedWorkflows.All.Single(seed => seed.Name == workflow), input);

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        var history = SampleHistory.Write(run.Simulation.History);
        var expected = Repository.PathOf("samples", folder, "expected-history.json");
        if (Environment.GetEnvironmentVariable("TASKORCH_WRITE_SAMPLES") == "1")
        {
            await File.WriteAllTextAsync(expected, history);
        }

        Assert.Equal(await File.ReadAllTextAsync(expected), history);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_says_how_it_is_run(string folder, string workflow)
    {
        var readme = File.ReadAllText(Repository.PathOf("samples", folder, "README.md"));

        Assert.Contains($"stateMachine:{workflow}", readme, StringComparison.Ordinal);
        Assert.Contains($"Orchestrations/Workflows/{folder}.asl.json", readme, StringComparison.Ordinal);
    }
}
