using System.Globalization;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Tasks;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>Ten thousand tasks.</summary>
public sealed class ManyTasksTests
{
    private const int Count = 10_000;
    private const int PartitionCount = 2;
    private const int PageSize = 2_000;
    private const int WritersAtOnce = 2;
    private const int Changing = 20;
    private const int OpenOfChanging = 16;

    private readonly EntityTables tables = EmulatedTables.Create();
    private readonly List<TrackedTask> tasks = [.. Enumerable.Range(0, Count).Select(TaskOf)];

    /// <summary>Those that are changed keep their places, but for what they were last changed: there they move on, and only the others are sure to be met once.</summary>
    [Fact]
    public async Task Every_task_is_on_one_page_under_every_sort_while_some_are_changed()
    {
        await FillAsync();
        var store = new TableTaskStore(tables, TimeProvider.System, PartitionCount);
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, WritersAtOnce).Select(writer => Task.Run(() => ChangeAsync(writer, done.Token))).ToList();

        foreach (var query in from sort in Enum.GetValues<TaskSort>() from isDescending in new[] { false, true } select new TaskQuery { Sort = sort, IsDescending = isDescending })
        {
            var listed = (await AllAsync(store, query)).Select(task => task.TaskId);
            var order = Comparer<TaskPosition>.Create((one, other) => one.CompareTo(other, query.IsDescending));
            var expected = tasks.OrderBy(task => TaskPosition.Of(task, query.Sort), order).Select(task => task.TaskId);
            Assert.Equal(
                query.Sort == TaskSort.Updated ? expected.Where(IsLeftAlone) : expected,
                query.Sort == TaskSort.Updated ? listed.Where(IsLeftAlone) : listed);
        }

        await done.CancelAsync();
        await Task.WhenAll(writers);
        Assert.All(writers, writer => Assert.True(writer.IsCompletedSuccessfully));
        Assert.Equal(Count, (await store.CountAsync(owner: null)).Sum(count => count.Count));
    }

    /// <summary>Writes what the store would write, in transactions as large as they may be.</summary>
    private async Task FillAsync()
    {
        var partitions = new TaskPartitions(PartitionCount);
        var added = tasks.ConvertAll(task => (Task: task, Indexed: IndexedTask.First(task, "g"), Partition: partitions.Of(task.TaskId)));
        await SubmitAsync(TableNames.Tasks, added.Select(each => TaskEntity.Write(each.Task, each.Indexed, each.Partition)));
        await SubmitAsync(TableNames.TaskIndex, added.SelectMany(each =>
            each.Indexed.Rows().Values.Append(each.Indexed.Entry).Select(row => row.ToEntity(each.Partition))
                .Append(new TableEntity(each.Partition, IndexKeys.BornAs(each.Task.TaskId, "g")))
                .Concat(NumberChange.Of(null, each.Indexed) is { } change ? [change.ToEntity(each.Partition)] : [])));
    }

    private async Task SubmitAsync(string table, IEnumerable<TableEntity> entities)
    {
        var batches = entities.GroupBy(entity => entity.PartitionKey).SelectMany(some => some.Chunk(EntityTable.MostActions));
        await Parallel.ForEachAsync(batches, async (batch, stop) => Assert.Null(await tables[table].TrySubmitAsync(
            [.. batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity))], stop)));
    }

    /// <summary>Moves tasks from status to status, there and back.</summary>
    private async Task ChangeAsync(int writer, CancellationToken cancellationToken)
    {
        var store = new TableTaskStore(tables, TimeProvider.System, PartitionCount);
        var random = new Random(writer);
        while (!cancellationToken.IsCancellationRequested)
        {
            var task = (await store.FindAsync(tasks[(random.Next(Count / Changing) * Changing) + writer].TaskId, CancellationToken.None))!;
            var changed = task.Standing((TrackedStatus)random.Next(6)) with { UpdatedAt = task.UpdatedAt.AddHours(random.Next(24)) };
            Assert.NotNull(await store.TrySaveAsync(changed, CancellationToken.None));
        }
    }

    private static bool IsLeftAlone(string taskId) => int.Parse(taskId.AsSpan(5), CultureInfo.InvariantCulture) % Changing >= WritersAtOnce;

    private static async Task<List<TrackedTask>> AllAsync(TableTaskStore store, TaskQuery query)
    {
        var all = new List<TrackedTask>();
        string? cursor = null;
        do
        {
            var page = await store.ListAsync(query, PageSize, cursor);
            all.AddRange(page.Tasks);
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }

    /// <summary>
    /// Some stand alike in all but their ids. Most are open, other than in life, for the emulator looks at every row of a table for each request, and a
    /// task that has ended has ten times as many.
    /// </summary>
    private static TrackedTask TaskOf(int number) => TaskSamples.At($"task-{number.ToString("D5", CultureInfo.InvariantCulture)}", number / 3) with
    {
        Kind = (TaskKind)(number % 7 % 4),
        Owner = number % 10 == 0 ? "Ada" : "Bob",
        Priority = (TaskPriority)(number % 4),
        Due = number % 5 == 0 ? null : Samples.Now.AddDays(number % 100),
        UpdatedAt = Samples.Now.AddDays(number * 7919 % Count),
        History = [new TaskChange(number % Changing < OpenOfChanging ? TrackedStatus.Running : TrackedStatus.Succeeded, Samples.Now.AddSeconds(number / 3), "Bob", "t")],
        Version = 0,
    };
}
