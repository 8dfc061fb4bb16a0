using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>How executions are stopped, on every host.</summary>
public abstract class StoppingContract(ExecutionHost host) : ExecutionContract(host)
{
    [Fact]
    public async Task Stopping_ends_an_execution()
    {
        await OpenAsync(Definitions.Callback, Submitting);
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
}
