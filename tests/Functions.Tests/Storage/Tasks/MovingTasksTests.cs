using System.Globalization;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>Lists of tasks that go from one status to another while they are listed.</summary>
public sealed class MovingTasksTests
{
    private const int Tasks = 24;
    private const int Lists = 40;

    [Fact]
    public async Task A_task_that_is_asked_for_before_and_after_it_moves_is_never_missed_nor_met_twice()
    {
        var account = AzuriteServer.NewAccount();
        TableTaskStore NewStore() => new(EmulatedTables.Of(account), TimeProvider.System);
        var ids = Enumerable.Range(0, Tasks).Select(number => $"task-{number.ToString("D2", CultureInfo.InvariantCulture)}").ToList();
        await Task.WhenAll(ids.Select(async id => await NewStore().TrySaveAsync(TaskSamples.Bare(id).Standing(TrackedStatus.Running))));
        using var done = new CancellationTokenSource();
        var writers = ids.Chunk(Tasks / 4).Select(some => Task.Run(() => MoveAsync(NewStore(), some, done.Token))).ToList();

        var store = NewStore();
        for (var list = 0; list < Lists; list++)
        {
            var query = new TaskQuery { Statuses = [TrackedStatus.Running, TrackedStatus.Failed], Sort = (TaskSort)(list % 4), IsDescending = false };
            var page = await store.ListAsync(query, Tasks * 2, cursor: null);
            Assert.Equal(ids, page.Tasks.Select(task => task.TaskId).Order(StringComparer.Ordinal));
            Assert.All(page.Tasks, task => Assert.True(query.Asks(task)));
        }

        await done.CancelAsync();
        await Task.WhenAll(writers);
    }

    /// <summary>There and back between an open and an ended status, as often as a task may be tried again.</summary>
    private static async Task MoveAsync(TableTaskStore store, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var id in ids)
            {
                var task = (await store.FindAsync(id, CancellationToken.None))!;
                var moved = task.Standing(task.Status == TrackedStatus.Running ? TrackedStatus.Failed : TrackedStatus.Running);
                Assert.NotNull(await store.TrySaveAsync(moved with { History = [.. moved.History.Take(1), moved.History[^1]] }, CancellationToken.None));
            }
        }
    }
}
