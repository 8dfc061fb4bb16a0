using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>How executions are started by a version or an alias of their machine, on every host.</summary>
public abstract class VersionContract(ExecutionHost host) : ExecutionContract(host)
{
    [Fact]
    public async Task Runs_the_version_that_it_was_started_by()
    {
        await OpenAsync(Definition("one"));
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definition("two") });

        var byVersion = await RunAsync(name: "version", qualifier: ":1");
        var byMachine = await RunAsync(name: "machine");

        Assert.Equal((Json.Of("one"), Json.Of("two")), (byVersion.Output, byMachine.Output));
        Assert.Equal((MachineArn, $"{MachineArn}:1", null), (byVersion.Summary.StateMachineArn, byVersion.Summary.StateMachineVersionArn, byVersion.Summary.StateMachineAliasArn));
        Assert.Equal((MachineArn, null, null), (byMachine.Summary.StateMachineArn, byMachine.Summary.StateMachineVersionArn, byMachine.Summary.StateMachineAliasArn));
        Assert.Equal("arn:aws:states:us-east-1:123456789012:execution:machine:version", byVersion.Summary.ExecutionArn);
        Assert.Equal(byVersion, await Executions.DescribeAsync(byVersion.Summary.ExecutionArn));
        Assert.Equal(Definition("one"), (await Executions.DescribeStateMachineAsync(byVersion.Summary.ExecutionArn)).Definition);
    }

    [Fact]
    public async Task Runs_a_version_that_the_alias_leads_to_and_says_so_in_its_history()
    {
        await OpenAsync(Definition("one"));
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definition("two") });
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(2, 0), new AliasRoute(1, 100)]);

        var ended = await RunAsync(name: "alias", qualifier: ":PROD");

        Assert.Equal(Json.Of("one"), ended.Output);
        Assert.Equal((MachineArn, $"{MachineArn}:1", $"{MachineArn}:PROD"), (ended.Summary.StateMachineArn, ended.Summary.StateMachineVersionArn, ended.Summary.StateMachineAliasArn));
        Assert.Equal(
            new HistoryDetails.ExecutionStarted(JsonObject.Empty, "arn:aws:iam::123456789012:role/test") { StateMachineVersionArn = $"{MachineArn}:1", StateMachineAliasArn = $"{MachineArn}:PROD" },
            (await HistoryAsync(ended.Summary.ExecutionArn)).Items[0].Details);
    }

    [Fact]
    public async Task Lists_the_executions_of_a_version_and_of_an_alias()
    {
        await OpenAsync(Definition("one"));
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);
        await RunAsync(name: "machine");
        await RunAsync(name: "version", qualifier: ":1");
        await RunAsync(name: "alias", qualifier: ":PROD");

        Assert.Equal(["alias", "version", "machine"], await NamesAsync());
        Assert.Equal(["alias", "version"], await NamesAsync(qualifier: ":1"));
        Assert.Equal(["alias"], await NamesAsync(qualifier: ":PROD"));
        Assert.Empty(await NamesAsync(ExecutionStatus.Running, qualifier: ":PROD"));
        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await NamesAsync(qualifier: ":2"));
        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await NamesAsync(qualifier: ":TEST"));
    }

    [Fact]
    public async Task The_same_wish_names_the_same_alias_or_version()
    {
        await OpenAsync(Definitions.Pause);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { RoleArn = "arn:aws:iam::123456789012:role/other" });
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);
        var first = await StartAsync(Minute, "run", ":PROD");
        await Catalog.Aliases.UpdateAsync(MachineArn, "PROD", description: null, [new AliasRoute(2, 100)]);

        Assert.Equal(first, await StartAsync(Minute, "run", ":PROD"));
        Assert.Equal([$"{MachineArn}:1"], (await Executions.ListAsync(MachineArn, status: null, limit: 9, cursor: null)).Items.Select(execution => execution.StateMachineVersionArn));
        await AssertRefusedAsync(Refusal.ExecutionAlreadyExists, async () => await StartAsync(Minute, "run", ":1"));
        await AssertRefusedAsync(Refusal.ExecutionAlreadyExists, async () => await StartAsync(Minute, "run"));
    }

    [Fact]
    public async Task A_version_or_alias_that_is_not_there_is_not_started()
    {
        await OpenAsync(Definitions.Pause);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);

        var refused = await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await StartAsync(Minute, qualifier: ":2"));

        Assert.Equal($"State Machine Does Not Exist: '{MachineArn}:2'", refused.Message);
        await AssertRefusedAsync(Refusal.StateMachineDoesNotExist, async () => await StartAsync(Minute, qualifier: ":PROD"));
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task An_execution_goes_on_when_its_version_is_deleted()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        var started = await StartAsync(qualifier: ":1");
        var token = await TokenAsync(started, attempt: 1);

        await Catalog.Versions.DeleteAsync(MachineArn, 1);
        await Executions.SendTaskSuccessAsync(token, Json.Of("done"));

        var ended = await Executions.WaitForEndAsync(started.ExecutionArn);
        Assert.Equal((ExecutionStatus.Succeeded, $"{MachineArn}:1"), (ended.Summary.Status, ended.Summary.StateMachineVersionArn));
    }

    [Fact]
    public async Task An_EXPRESS_execution_runs_the_version_it_was_started_by()
    {
        await OpenAsync(Definition("one"), type: StateMachineType.Express);
        await Catalog.Versions.PublishAsync(MachineArn, revisionId: null, description: null);
        await Catalog.UpdateAsync(MachineArn, new StateMachineChange { Definition = Definition("two") });
        await Catalog.Aliases.CreateAsync(MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);

        var ended = await Executions.StartSyncAsync(new StartRequest { StateMachineArn = $"{MachineArn}:PROD" });

        Assert.Equal((Json.Of("one"), MachineArn), (ended.Output, ended.Summary.StateMachineArn));
    }

    private static string Definition(string result) => $$"""{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": "{{result}}", "End": true } } }""";
}
