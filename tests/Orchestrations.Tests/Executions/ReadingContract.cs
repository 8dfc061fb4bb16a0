using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>How executions and their histories are listed and read, on every host.</summary>
public abstract class ReadingContract(ExecutionHost host) : ExecutionContract(host)
{
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
}
