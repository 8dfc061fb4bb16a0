using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Tests.Tasks;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>What was begun when the pages of settlements and exports were still iterations of one execution, and ends on a server that knows them as executions.</summary>
public sealed class EarlierDefinitionTests
{
    [Theory]
    [InlineData("TaskExport", "writeExportPage", """{"format":"Jsonl","filter":{}}""", "rows")]
    [InlineData("SettlementBatch", "settlePage", """{"date":"2026-01-31"}""", "settled")]
    public async Task Holds_for_what_was_begun_under_it(string workflow, string function, string input, string count)
    {
        var reached = new TaskCompletionSource();
        var isFirstLife = true;
        await using var world = await TaskWorld.OpenAsync(services =>
        {
            if (isFirstLife)
            {
                services.AddTaskHandler(function, async (_, cancellationToken) =>
                {
                    reached.TrySetResult();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    return Json.Null;
                });
            }
        });
        await ManyTransactions.MakeAsync(world.Record<ITransactionStore>(), world.Record<ILedger>(), 1, world.Time.GetUtcNow().AddHours(-1));
        await world.EndAsync((await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, (JsonObject)Json.Parse("""{"Amount":1,"Currency":"EUR"}""")))).TaskId);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Engine.Catalog.UpdateAsync(world.Engine.Catalog.Arns.StateMachine(workflow), new StateMachineChange { Definition = Earlier(workflow) });
        var task = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Batch, (JsonObject)Json.Parse(input)) with { Workflow = workflow });
        await reached.Task;

        isFirstLife = false;
        await world.RestartAsync();
        var ended = await world.EndAsync(task.TaskId);

        Assert.Equal(TrackedStatus.Succeeded, ended.Status);
        Assert.True(((JsonNumber)((JsonObject)Json.Parse(ended.Result!))[count]!).Value > 0);
        Assert.Empty((await world.Engine.MapRuns.ListAsync(ended.ExecutionArn!, limit: 1, cursor: null)).Items);
        Assert.Equal(SeedWorkflows.All.Single(seed => seed.Name == workflow).Definition, (await world.Engine.Catalog.DescribeAsync(world.Engine.Catalog.Arns.StateMachine(workflow))).Definition);
    }

    /// <summary>The definition as it was.</summary>
    private static string Earlier(string workflow)
    {
        var machine = (JsonObject)Json.Parse(SeedWorkflows.All.Single(seed => seed.Name == workflow).Definition);
        var states = (JsonObject)machine["States"]!;
        var (name, map) = states.Single(state => state.Value is JsonObject { } it && it["Type"]!.Equals(Json.Of("Map")));
        var processor = ((JsonObject)((JsonObject)map)["ItemProcessor"]!).With("ProcessorConfig", JsonObject.Of(("Mode", Json.Of("INLINE"))));
        var inline = ((JsonObject)map).Without("Label").Without("ToleratedFailurePercentage").With("ItemProcessor", processor);
        return machine.With("States", states.With(name, inline)).ToString();
    }
}
