using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using static TaskOrchestration.Orchestrations.Tests.Engine.MapRunWorld;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>Map Runs whose engine stops before they have ended.</summary>
public sealed class MapRunRestartTests
{
    private readonly MapRunWorld world = new();

    [Fact]
    public async Task Goes_on_where_it_was_when_the_engine_is_opened_again()
    {
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(Each("\"MaxConcurrency\":2,"), gate.Router);
        var parent = await fixture.StartAsync("[1,2,3,4]");
        await gate.WaitForAsync(2);

        var router = new ScriptedRouter();
        await fixture.ReopenAsync(router);
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal("[1,2,3,4]", ended.Output!.ToString());
        Assert.Equal(["1", "2", "3", "4"], router.Calls.Select(call => call.Request.Input.ToString()).Order(StringComparer.Ordinal));
        var run = (await fixture.Engine.MapRuns.ListAsync(parent.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal(new MapRunCounts { Succeeded = 4 }, run.Tally.Executions);
        Assert.Equal(4, (await fixture.Engine.MapRuns.ListChildrenAsync(run.Arn, status: null, 10, cursor: null)).Items.Count);
    }

    [Fact]
    public async Task Ends_when_the_engine_opens_and_no_execution_waits_for_it_any_more()
    {
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(Each(), gate.Router);
        var parent = await fixture.StartAsync("[1,2]");
        await gate.WaitForAsync(2);
        await fixture.Engine.StopAsync();
        var entry = fixture.Journal.Find(fixture.MachineArn, parent.ExecutionArn.Split(':')[^1])!;
        var group = new JournalGroup { Ended = { new ExecutionOutcome(entry.Key, ExecutionStatus.Aborted, fixture.Time.GetUtcNow(), Output: null, new Failure(null, null)) } };
        group.Rows.Add(new JournalRow(entry.Key, fixture.Journal.ReadFacts(entry.Key).Count, new Fact.Stopped(fixture.Time.GetUtcNow(), new Failure(null, null))));
        fixture.Journal.Commit(group);

        await fixture.OpenEngineAsync();

        var run = (await fixture.Engine.MapRuns.ListAsync(parent.ExecutionArn, 1, cursor: null)).Items[0];
        Assert.Equal((MapRunStatus.Aborted, new MapRunCounts { Aborted = 2 }), (run.Status, run.Tally.Executions));
        Assert.Empty(fixture.Journal.ReadOpen());
    }

    [Fact]
    public async Task Runs_inside_the_child_of_another_and_goes_on_after_a_restart()
    {
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(
            """
            {"StartAt":"Outer","States":{"Outer":{"Type":"Map","Label":"outer","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
              "StartAt":"Inner","States":{"Inner":{"Type":"Map","Label":"inner","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                "StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}},"End":true}}},"End":true}}}
            """,
            gate.Router);
        var parent = await fixture.StartAsync("[[1,2],[3]]");
        await gate.WaitForAsync(3);

        await fixture.ReopenAsync(new ScriptedRouter());
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal("[[1,2],[3]]", ended.Output!.ToString());
    }

    [Fact]
    public async Task Begins_EXPRESS_children_anew_that_the_engine_cut_off_when_it_stopped()
    {
        var gate = new TaskGate();
        await using var fixture = await world.OpenAsync(Each(executionType: "EXPRESS"), gate.Router);
        var parent = await fixture.StartAsync("[1,2]");
        await gate.WaitForAsync(2);

        await fixture.ReopenAsync(new ScriptedRouter());
        var ended = await fixture.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal((ExecutionStatus.Succeeded, "[1,2]"), (ended.Summary.Status, ended.Output?.ToString()));
    }
}
