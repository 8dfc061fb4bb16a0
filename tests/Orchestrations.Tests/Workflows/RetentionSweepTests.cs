using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Support.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

public sealed class RetentionSweepTests
{
    private static readonly DateTimeOffset LongAgo = Simulation.Beginning.AddDays(-800);

    [Fact]
    public async Task Deletes_what_is_too_old_and_keeps_the_rest()
    {
        var time = new ManualTimeProvider(LongAgo);
        using var run = new WorkflowRun(services => services.AddSingleton<IBlobStore>(new InMemoryBlobStore(time)));
        await AddTaskAsync(run, "old", TrackedStatus.Succeeded, LongAgo);
        await AddTaskAsync(run, "open", TrackedStatus.Running, LongAgo);
        await WriteAsync(run, "tasks/old/attachments/a.txt");
        await WriteAsync(run, "reports/settlement-2023.json");
        time.Advance(Simulation.Beginning - LongAgo);
        await AddTaskAsync(run, "new", TrackedStatus.Succeeded, Simulation.Beginning);
        await WriteAsync(run, "tasks/new/attachments/a.txt");
        await WriteAsync(run, "reports/settlement-2026.json");

        run.Run(SeedWorkflows.RetentionSweep, "{}");

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(
            [("tasks", 1), ("attachments", 0), ("exports", 0), ("reports", 1), ("logs", 0), ("idempotencyKeys", 0)],
            ((JsonArray)run.Output["kinds"]!).Cast<JsonObject>().Select(kind => (((JsonString)kind["kind"]!).Value, (int)((JsonNumber)kind["purged"]!).Value)));
        var tasks = run.Service<ITaskStore>();
        Assert.Null(await tasks.FindAsync("old"));
        Assert.NotNull(await tasks.FindAsync("open"));
        Assert.NotNull(await tasks.FindAsync("new"));
        Assert.Equal(["tasks/new/attachments/a.txt"], (await run.Service<IBlobStore>().ListAsync("tasks")).Select(blob => blob.Path));
        Assert.Equal(["reports/settlement-2026.json"], (await run.Service<IBlobStore>().ListAsync("reports")).Select(blob => blob.Path));
    }

    [Fact]
    public async Task Deletes_the_other_kinds_when_one_cannot_be_and_then_fails()
    {
        using var run = new WorkflowRun(interfere: request =>
            request.StateName == "purge" && request.Input.ToString().Contains("exports", StringComparison.Ordinal) ? Answer.Failure("TransientFailure", "down") : null);
        await AddTaskAsync(run, "old", TrackedStatus.Failed, LongAgo);

        run.Run(SeedWorkflows.RetentionSweep, "{}");

        Assert.Equal("RetentionIncomplete", run.Failure!.Error);
        Assert.Contains("\"kind\":\"exports\"", run.Failure.Cause, StringComparison.Ordinal);
        Assert.Null(await run.Service<ITaskStore>().FindAsync("old"));
        Assert.Equal(6, run.States.Count(state => state == "purge"));
    }

    private static async Task AddTaskAsync(WorkflowRun run, string id, TrackedStatus status, DateTimeOffset at) =>
        await run.Service<ITaskStore>().TrySaveAsync(new TrackedTask
        {
            TaskId = id,
            Kind = TaskKind.Order,
            Title = id,
            Owner = "ada",
            Workflow = "OrderProcessing",
            Input = "{}",
            History = [new TaskChange(status, at, "ada", id)],
            UpdatedAt = at,
        });

    private static async Task WriteAsync(WorkflowRun run, string path) =>
        await run.Service<IBlobStore>().WriteAsync(path, new MemoryStream(Encoding.UTF8.GetBytes(path)), new BlobDraft("text/plain", "ada"));
}
