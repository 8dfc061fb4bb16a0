using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Exports;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Durable;

/// <summary>Settlements and exports on Durable Functions: the tasks, the steps, and the Map Runs that they go through.</summary>
public sealed class SeedBatchTests : IAsyncLifetime, IDisposable
{
    private readonly ExecutionWorld world;

    public SeedBatchTests()
    {
        world = new ExecutionWorld(router: null, new HubOptions { RunsAtOnce = false }, services => services
            .AddSingleton(new ArnScheme())
            .AddSingleton<StateMachineCatalog>()
            .AddInMemoryStores()
            .AddBusinessSteps()
            .AddTaskRouting()
            .AddTaskServices(new TaskOptions())
            .AddTaskHandler("reportSettlement", Report)
            .AddDurableExecutions());
    }

    private IMapRunService MapRuns => world.Services.GetRequiredService<IMapRunService>();

    private ITaskService Tasks => world.Services.GetRequiredService<ITaskService>();

    public async Task InitializeAsync()
    {
        world.Services.GetRequiredService<LateExecutions>().Open(world.Services.GetRequiredService<IExecutionService>(), MapRuns);
        await SeedWorkflows.RegisterAsync(world.Services.GetRequiredService<StateMachineCatalog>(), "arn:aws:iam::123456789012:role/test");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Settles_page_by_page()
    {
        await ManyTransactions.MakeAsync(world.Services.GetRequiredService<ITransactionStore>(), world.Services.GetRequiredService<ILedger>(), 250, world.Hub.Now.AddDays(-1));

        var task = await EndAsync((await Tasks.SubmitAsync(new TaskSubmission { Kind = TaskKind.Batch, Workflow = "SettlementBatch", Input = JsonObject.Empty, Owner = "op", By = "op" })).TaskId);

        Assert.Equal(TrackedStatus.Succeeded, task.Status);
        Assert.Equal(
            Json.Parse("""[{"page":1,"settled":100},{"page":2,"settled":100},{"page":3,"settled":50}]"""), ((JsonObject)Json.Parse(task.Result!))["told"]);
        Assert.Equal(0, await world.Services.GetRequiredService<ISettlementStore>().CountPendingAsync(world.Hub.Now));
        Assert.Equal((MapRunStatus.Succeeded, 3L), await MapRunOfAsync(task));
        Assert.Equal(["planSettlement", "settlePage", "reportSettlement"], StepsOf(task));
    }

    [Fact]
    public async Task Exports_page_by_page()
    {
        var exports = world.Services.GetRequiredService<IExportService>();
        for (var number = 0; number < 3; number++)
        {
            await Tasks.SubmitAsync(new TaskSubmission { Kind = TaskKind.Purchase, Input = (JsonObject)Json.Parse("""{"Amount":1,"Currency":"EUR"}"""), Owner = "ann", By = "ann" });
        }

        world.Hub.Options.Clock.Advance(TimeSpan.FromHours(1));
        var export = await exports.SubmitAsync(new ExportSubmission { Filter = new TaskQuery { Owner = "ann" }, Format = ExportFormat.Jsonl, Owner = "op", By = "op" });
        var task = await EndAsync(export.ExportId);

        Assert.Equal(TrackedStatus.Succeeded, task.Status);
        Assert.Equal(3, (await exports.FindAsync(export.ExportId))!.Tasks);
        Assert.Equal((MapRunStatus.Succeeded, 1L), await MapRunOfAsync(task));
        Assert.Equal(["planPages", "writePage", "assemble", "deleteParts"], StepsOf(task));
        Assert.Equal([$"exports/{export.ExportId}.jsonl"], (await world.Services.GetRequiredService<IBlobStore>().ListAsync("exports")).Select(blob => blob.Path));
    }

    /// <summary>In place of the step that files a report: on a disk that takes real time, of which a hub in virtual time has none.</summary>
    private static ValueTask<Json> Report(TaskInvocation invocation, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Json>(JsonObject.Of(("status", Json.Of("Settled")), ("told", ((JsonObject)invocation.Input)["pages"]!)));

    private async Task<TrackedTask> EndAsync(string taskId)
    {
        await world.Hub.RunToTheEndAsync();
        return await Tasks.DescribeAsync(taskId);
    }

    private async Task<(MapRunStatus Status, long Children)> MapRunOfAsync(TrackedTask task)
    {
        var run = Assert.Single((await MapRuns.ListAsync(task.ExecutionArn!, limit: 10, cursor: null)).Items);
        return (run.Status, run.Tally.Executions.Succeeded);
    }

    private static IEnumerable<string> StepsOf(TrackedTask task) =>
        task.History.Where(change => change.By.StartsWith("workflow:", StringComparison.Ordinal)).Select(change => change.By["workflow:".Length..]);
}
