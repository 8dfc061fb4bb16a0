using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Exports;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Tasks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Exports;

public sealed class ExportTests
{
    [Theory]
    [InlineData(ExportFormat.Csv, true)]
    [InlineData(ExportFormat.Csv, false)]
    [InlineData(ExportFormat.Jsonl, true)]
    public async Task Writes_every_task_of_the_filter_once_and_clears_its_parts_away(ExportFormat format, bool isDescending)
    {
        await using var world = await TaskWorld.OpenAsync();
        await SeedAsync(world, 2_345);

        var export = await ExportAsync(world, format, new TaskQuery { Owner = "ann", IsDescending = isDescending, Sort = TaskSort.Priority });

        await using var content = (await world.Service<IExportService>().OpenAsync(export.ExportId))!;
        using var reader = new StreamReader(content.Stream);
        var rows = (await reader.ReadToEndAsync()).TrimEnd().Split('\n').Skip(format == ExportFormat.Csv ? 1 : 0).ToList();
        var ids = rows.Select(row => format == ExportFormat.Csv ? row.Split(',')[0] : ((JsonString)((JsonObject)Json.Parse(row))["taskId"]!).Value).ToList();
        var expected = Enumerable.Range(0, 2_345).Where(number => number % 2 == 0).Select(Id);
        Assert.Equal(isDescending ? expected.Reverse() : expected, ids);
        Assert.Equal((TrackedStatus.Succeeded, 1_173L, content.Version.Length), (export.Status, export.Tasks!.Value, export.Length!.Value));
        Assert.Equal([content.Version.Path], (await world.Blobs.ListAsync("exports")).Select(blob => blob.Path));
        var task = await world.Tasks.DescribeAsync(export.ExportId);
        Assert.Equal(content.Version.Sha256, ((JsonString)((JsonObject)Json.Parse(task.Result!))["sha256"]!).Value);
    }

    [Fact]
    public async Task Writes_an_empty_file_with_its_head_when_no_task_is_asked_for()
    {
        await using var world = await TaskWorld.OpenAsync();

        var export = await ExportAsync(world, ExportFormat.Csv, new TaskQuery { Owner = "nobody" });

        Assert.Equal(
            "taskId,kind,title,owner,status,priority,due,createdAt,updatedAt,subjectId,workflow,step,attempt,executionArn,error,cause\r\n",
            await world.TextAsync($"exports/{export.ExportId}.csv"));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    public async Task Hands_no_formula_to_a_spreadsheet(string title, string written)
    {
        await using var world = await TaskWorld.OpenAsync();
        await SaveAsync(world, 0, title);

        var export = await ExportAsync(world, ExportFormat.Csv, new TaskQuery { Owner = "ann" });

        Assert.Contains($"{Id(0)},purchase,{written},ann,", await world.TextAsync($"exports/{export.ExportId}.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_each_page_in_an_execution_of_its_own_and_shows_the_step_in_its_task()
    {
        await using var world = await TaskWorld.OpenAsync();
        await SeedAsync(world, 2_345);

        var export = await ExportAsync(world, ExportFormat.Jsonl, new TaskQuery());

        var task = await world.Tasks.DescribeAsync(export.ExportId);
        var run = Assert.Single((await world.Engine.MapRuns.ListAsync(task.ExecutionArn!, limit: 10, cursor: null)).Items);
        var children = await world.Engine.MapRuns.ListChildrenAsync(run.Arn, ExecutionStatus.Succeeded, limit: 10, cursor: null);
        Assert.Equal(3, children.Items.Count);
        Assert.Equal(
            ["planPages", "writePage", "assemble", "deleteParts"],
            task.History.Where(change => change.By.StartsWith("workflow:", StringComparison.Ordinal)).Select(change => change.By["workflow:".Length..]));
    }

    [Fact]
    public async Task Fails_for_the_reason_for_which_a_page_could_not_be_written()
    {
        await using var world = await TaskWorld.OpenAsync(services => services.AddTaskHandler("writeExportPage", (_, _) => throw new InvalidOperationException("no room")));
        await SeedAsync(world, 1);

        var export = await ExportAsync(world, ExportFormat.Jsonl, new TaskQuery());

        Assert.Equal((TrackedStatus.Failed, "InvalidOperationException"), (export.Status, export.Failure!.Error));
        Assert.Contains("no room", export.Failure.Cause, StringComparison.Ordinal);
        Assert.Empty(await world.Blobs.ListAsync("exports"));
        var execution = await world.Engine.Executions.DescribeAsync((await world.Tasks.DescribeAsync(export.ExportId)).ExecutionArn!);
        Assert.Equal(MapRunFailure.ThresholdExceeded, execution.Failure);
    }

    [Fact]
    public async Task Does_not_list_itself()
    {
        await using var world = await TaskWorld.OpenAsync();
        await SeedAsync(world, 1);

        var export = await ExportAsync(world, ExportFormat.Jsonl, new TaskQuery());

        Assert.Equal(Id(0), ((JsonString)((JsonObject)Json.Parse(await world.TextAsync($"exports/{export.ExportId}.jsonl")))["taskId"]!).Value);
    }

    [Fact]
    public async Task Finds_the_same_export_under_its_key_and_no_other_task()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submission = new ExportSubmission { Filter = new TaskQuery { Text = "x" }, Format = ExportFormat.Jsonl, Owner = "ann", By = "ann", IdempotencyKey = "k" };

        var first = await world.Service<IExportService>().SubmitAsync(submission);
        var again = await world.Service<IExportService>().SubmitAsync(submission);
        var purchase = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, (JsonObject)Json.Parse("""{"Amount":1,"Currency":"EUR"}""")));

        Assert.Equal((first.ExportId, "x"), (again.ExportId, again.Filter.Text));
        Assert.Null(await world.Service<IExportService>().FindAsync(purchase.TaskId));
        Assert.Null(await world.Service<IExportService>().FindAsync("none"));
    }

    private static async Task<TaskExport> ExportAsync(TaskWorld world, ExportFormat format, TaskQuery filter)
    {
        var submitted = await world.Service<IExportService>().SubmitAsync(new ExportSubmission { Filter = filter, Format = format, Owner = "op", By = "op" });
        await world.EndAsync(submitted.ExportId);
        return (await world.Service<IExportService>().FindAsync(submitted.ExportId))!;
    }

    private static async Task SeedAsync(TaskWorld world, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await SaveAsync(world, number, $"Task {number}", number % 2 == 0 ? "ann" : "bob");
        }
    }

    private static async Task SaveAsync(TaskWorld world, int number, string title, string owner = "ann")
    {
        var at = world.Time.GetUtcNow().AddSeconds(number - 10_000);
        await world.Store.TrySaveAsync(new TrackedTask
        {
            TaskId = Id(number),
            Kind = TaskKind.Purchase,
            Title = title,
            Owner = owner,
            Priority = (TaskPriority)(number % 4),
            Workflow = "TransactionProcessor",
            Input = "{}",
            Attempt = 1,
            History = [new TaskChange(TrackedStatus.Pending, at, owner, "submit"), new TaskChange(TrackedStatus.Failed, at, "workflow", "end")],
            UpdatedAt = at,
        });
    }

    private static string Id(int number) => TaskIds.New(DateTimeOffset.UnixEpoch.AddSeconds(number), SHA256.HashData(Encoding.UTF8.GetBytes($"{number}")).AsSpan(0, TaskIds.EntropyBytes));
}
