using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

public sealed class ExecutionReadingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("arn:aws:states:us-east-1:123456789012:execution:machine:none")]
    [InlineData("arn:aws:states:us-east-1:123456789012:stateMachine:machine")]
    public async Task An_execution_that_is_not_there_is_refused(string arn)
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.Executions.DescribeAsync(arn));

        Assert.Equal(Refusal.ExecutionDoesNotExist, refused.Refusal);
    }

    [Fact]
    public async Task Describes_an_execution_that_runs()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        var started = await fixture.StartAsync("""{"seconds":60}""", "run");

        var description = await fixture.Executions.DescribeAsync(started.ExecutionArn);

        Assert.Equal(
            new ExecutionDescription
            {
                Summary = new ExecutionSummary
                {
                    ExecutionArn = started.ExecutionArn,
                    StateMachineArn = fixture.MachineArn,
                    Name = "run",
                    Status = ExecutionStatus.Running,
                    StartDate = started.StartDate,
                },
                Input = Json.Parse("""{"seconds":60}"""),
                RedriveStatusReason = "Execution is RUNNING and cannot be redriven",
            },
            description);
    }

    [Fact]
    public async Task Lists_the_newest_first_page_by_page()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        for (var i = 0; i < 5; i++)
        {
            await fixture.StartAsync("""{"seconds":60}""", $"n{i}");
        }

        Assert.Equal([["n4", "n3"], ["n2", "n1"], ["n0"]], await PagesAsync(fixture, status: null));
        Assert.Empty((await PagesAsync(fixture, ExecutionStatus.Failed)).SelectMany(page => page));
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_query_only()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        await fixture.StartAsync("""{"seconds":60}""", "a");
        await fixture.StartAsync("""{"seconds":60}""", "b");
        var first = await fixture.Executions.ListAsync(fixture.MachineArn, status: null, limit: 1, cursor: null);

        var refused = await Assert.ThrowsAsync<RefusedException>(
            async () => await fixture.Executions.ListAsync(fixture.MachineArn, ExecutionStatus.Running, limit: 1, first.Next));

        Assert.Equal(Refusal.InvalidToken, refused.Refusal);
    }

    [Fact]
    public async Task A_cursor_that_holds_no_position_is_refused()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);
        var arn = (await fixture.RunAsync()).Summary.ExecutionArn;

        var refused = await Assert.ThrowsAsync<RefusedException>(
            async () => await fixture.Executions.GetHistoryAsync(arn, reverse: false, limit: 1, Cursor.Write("soon", $"history {arn} False")));

        Assert.Equal(Refusal.InvalidToken, refused.Refusal);
    }

    [Fact]
    public async Task Executions_of_an_express_machine_are_not_listed()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, type: StateMachineType.Express);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.Executions.ListAsync(fixture.MachineArn, status: null, limit: 1, cursor: null));

        Assert.Equal(Refusal.StateMachineTypeNotSupported, refused.Refusal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_history_read_page_by_page_is_the_whole_history(bool reverse)
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks);
        var arn = (await fixture.RunAsync()).Summary.ExecutionArn;
        var whole = (await fixture.Executions.GetHistoryAsync(arn, reverse, limit: 1_000, cursor: null)).Items;

        var read = new List<HistoryEvent>();
        string? cursor = null;
        do
        {
            var page = await fixture.Executions.GetHistoryAsync(arn, reverse, limit: 3, cursor);
            read.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(whole, read);
        Assert.Equal(reverse ? whole.Count : 1, whole[0].Id);
    }

    [Fact]
    public async Task A_history_grows_with_its_execution()
    {
        var router = new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty));
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var arn = (await fixture.StartAsync()).ExecutionArn;
        var token = (await router.ArrivalAsync("approval")).Request.TaskToken;
        var before = (await fixture.Executions.GetHistoryAsync(arn, reverse: false, limit: 100, cursor: null)).Items;

        await fixture.Executions.SendTaskSuccessAsync(token, Json.Null);

        var after = (await fixture.Executions.GetHistoryAsync(arn, reverse: false, limit: 100, cursor: null)).Items;
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(HistoryEventType.ExecutionSucceeded, after[^1].Type);
    }

    private static async Task<List<List<string>>> PagesAsync(EngineFixture fixture, ExecutionStatus? status)
    {
        var pages = new List<List<string>>();
        string? cursor = null;
        do
        {
            var page = await fixture.Executions.ListAsync(fixture.MachineArn, status, limit: 2, cursor);
            pages.Add([.. page.Items.Select(execution => execution.Name)]);
            cursor = page.Next;
        }
        while (cursor is not null);
        return pages;
    }
}
