using System.Globalization;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Outbox;
using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>The tables of one account, and what should be in them.</summary>
internal sealed class TaskWorld(Random random)
{
    private const int Partitions = 2;
    private const int Ids = 4;

    private readonly AzuriteAccount account = AzuriteServer.NewAccount();
    private readonly ManualTimeProvider time = new();

    /// <summary>The tasks there should be.</summary>
    public Dictionary<string, TrackedTask> Model { get; } = [];

    /// <summary>A store as a process has it that has just started.</summary>
    public TableTaskStore NewStore(params IEnumerable<FaultyProcess> process) => new(Tables(process), time, Partitions);

    /// <summary>An id of one of a few tasks.</summary>
    public string AnyId() => $"task-{random.Next(Ids).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Saves or deletes a task, as it should be possible, and takes down what should come of it.</summary>
    public async Task ChangeAsync(TableTaskStore store, string taskId)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        var (before, after) = AnyChange(taskId);
        await ApplyAsync(store, before, after);
        Note(taskId, after);
    }

    /// <summary>What somebody might do to a task: the task before, and after; none after it is deleted.</summary>
    public (TrackedTask? Before, TrackedTask? After) AnyChange(string taskId)
    {
        var before = Model.GetValueOrDefault(taskId);
        if (before is not null && random.Next(5) == 0)
        {
            return (before, null);
        }

        var now = time.GetUtcNow();
        var after = (before ?? TaskSamples.Bare(taskId) with { History = [new TaskChange(TrackedStatus.Pending, now, "Bob", "submit")] }) with
        {
            Owner = random.Next(4) == 0 ? "Ada" : before?.Owner ?? "Bob",
            Priority = (TaskPriority)random.Next(4),
            Due = random.Next(2) == 0 ? null : now.AddHours(random.Next(3)),
            SubjectId = random.Next(3) == 0 ? null : $"subject-{random.Next(2)}",
            UpdatedAt = now,
        };
        return (before, random.Next(3) == 0 ? after : after.Standing((TrackedStatus)random.Next(6)));
    }

    /// <summary>Does it.</summary>
    public static async Task ApplyAsync(TableTaskStore store, TrackedTask? before, TrackedTask? after)
    {
        if (after is null)
        {
            Assert.True(await store.TryDeleteAsync(before!.TaskId, before.Version));
        }
        else
        {
            Assert.NotNull(await store.TrySaveAsync(after));
        }
    }

    /// <summary>Takes down what came of it.</summary>
    public void Note(string taskId, TrackedTask? after)
    {
        Model.Remove(taskId);
        if (after is not null)
        {
            Model[taskId] = after with { Version = after.Version + 1 };
        }
    }

    /// <summary>Sweeps up everything that was ever left behind.</summary>
    public async Task SweepAsync(TableTaskStore store)
    {
        time.Advance(TimeSpan.FromMinutes(10));
        await store.SweepAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>Makes sure that tasks, rows and notes are what they should be, to the last of them, and that lists and counts show it.</summary>
    public async Task CheckAsync()
    {
        var tables = Tables([]);
        var kept = await AllAsync(tables[TableNames.Tasks]);
        Assert.DoesNotContain(kept, entity => entity.RowKey.StartsWith(TableOutbox.Prefix, StringComparison.Ordinal));
        var tasks = kept.ConvertAll(TaskEntity.Read);
        Assert.Equal(Model.Values.OrderBy(task => task.TaskId), tasks.Select(task => task.Task).OrderBy(task => task.TaskId));

        var rows = (await AllAsync(tables[TableNames.TaskIndex])).Where(row => !IsMemory(row.RowKey)).Select(row => IndexRow.Of(row)).OrderBy(row => row.Key, StringComparer.Ordinal);
        var expected = tasks.SelectMany(task => task.Indexed.Rows().Values.Append(task.Indexed.Entry)).OrderBy(row => row.Key, StringComparer.Ordinal);
        Assert.Equal(expected, rows);
        await CheckListsAsync();
    }

    /// <summary>Makes sure that lists and counts show what should be there.</summary>
    public async Task CheckListsAsync()
    {
        var store = NewStore();
        var model = new Domain.InMemory.InMemoryTaskStore();
        foreach (var task in Model.Values)
        {
            await model.TrySaveAsync(task with { Version = 0 });
        }

        foreach (var query in Queries())
        {
            var found = await store.ListAsync(query, 3, cursor: null);
            var expected = await model.ListAsync(query, 3, cursor: null);
            Assert.Equal(expected.Tasks.Select(task => Model[task.TaskId]), found.Tasks);
        }

        Assert.Equal(await model.CountAsync(owner: null), await store.CountAsync(owner: null));
        Assert.Equal(await model.CountAsync("Ada"), await store.CountAsync("Ada"));
    }

    private EntityTables Tables(IEnumerable<FaultyProcess> process) => EmulatedTables.Of(account, process);

    private IEnumerable<TaskQuery> Queries()
    {
        yield return new TaskQuery();
        yield return new TaskQuery { Owner = "Bob", Sort = (TaskSort)random.Next(4), IsDescending = random.Next(2) == 0 };
        yield return new TaskQuery { Statuses = [(TrackedStatus)random.Next(6), (TrackedStatus)random.Next(6)], Sort = (TaskSort)random.Next(4), Text = "subject-1" };
    }

    private static bool IsMemory(string key) => key[0] is 'b' or 'x' or 'n';

    private static async Task<List<Azure.Data.Tables.TableEntity>> AllAsync(EntityTable table)
    {
        var all = new List<Azure.Data.Tables.TableEntity>();
        await foreach (var entity in table.QueryAsync(""))
        {
            all.Add(entity);
        }

        return all;
    }
}
