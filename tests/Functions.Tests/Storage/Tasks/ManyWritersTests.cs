using System.Globalization;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>Many processes that change one task at the same time.</summary>
public sealed class ManyWritersTests
{
    private const int Writers = 64;

    [Fact]
    public async Task No_change_of_many_writers_is_lost()
    {
        var account = AzuriteServer.NewAccount();
        var store = new TableTaskStore(EmulatedTables.Of(account), TimeProvider.System);
        await store.TrySaveAsync(TaskSamples.Bare("task"));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(
            writer => Task.Run(async () => await ReportAsync(new TableTaskStore(EmulatedTables.Of(account), TimeProvider.System), writer))));

        var task = (await store.FindAsync("task"))!;
        Assert.Equal(Writers + 1, task.Version);
        Assert.Equal(Enumerable.Range(0, Writers).Select(TokenOf).Order(), task.History.Skip(1).Select(change => change.Token).Order());
        foreach (var query in new[] { new TaskQuery(), new TaskQuery { Owner = "Bob", Sort = TaskSort.Updated }, new TaskQuery { Statuses = [TrackedStatus.Running] } })
        {
            Assert.Equal([task], (await store.ListAsync(query, 10, cursor: null)).Tasks);
        }

        Assert.Equal([new TaskCount(TaskKind.Purchase, TrackedStatus.Running, 1, task.UpdatedAt)], await store.CountAsync(owner: null));
    }

    private static async Task ReportAsync(TableTaskStore store, int writer)
    {
        TrackedTask? saved = null;
        while (saved is null)
        {
            var task = (await store.FindAsync("task"))!;
            saved = await store.TrySaveAsync(task with
            {
                History = [.. task.History, new TaskChange(TrackedStatus.Running, task.UpdatedAt.AddSeconds(1), "Bob", TokenOf(writer))],
                UpdatedAt = task.UpdatedAt.AddSeconds(1),
            });
        }
    }

    private static string TokenOf(int writer) => writer.ToString("D2", CultureInfo.InvariantCulture);
}
