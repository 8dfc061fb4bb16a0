using System.Globalization;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>Ten thousand tasks.</summary>
public sealed class ManyTasksTests(ITestOutputHelper output)
{
    private const int Count = 10_000;
    private const int AtOnce = 24;
    private const int PageSize = 1_000;

    private readonly TableTaskStore store = new(Accounts.NewTables(), TimeProvider.System, partitionCount: 2);

    [Fact]
    public async Task Every_task_is_on_one_page_under_every_sort_while_some_are_changed()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var tasks = Enumerable.Range(0, Count).Select(TaskOf).ToList();
        await Parallel.ForEachAsync(tasks, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (task, _) => await store.TrySaveAsync(task));
        output.WriteLine($"saved {clock.Elapsed}");
        foreach (var sort in Enum.GetValues<TaskSort>())
        {
            foreach (var isDescending in new[] { false, true })
            {
                var listed = await AllAsync(new TaskQuery { Sort = sort, IsDescending = isDescending });
                Assert.Equal(Count, listed.Count);
                output.WriteLine($"{sort} {isDescending} {clock.Elapsed}");
            }
        }
    }

    private async Task<List<TrackedTask>> AllAsync(TaskQuery query)
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

    /// <summary>Most have ended, as in life; some stand alike in every respect but their ids.</summary>
    private static TrackedTask TaskOf(int number) => TaskSamples.At($"task-{number.ToString("D5", CultureInfo.InvariantCulture)}", number / 3) with
    {
        Priority = (TaskPriority)(number % 4),
        Due = number % 5 == 0 ? null : Samples.Now.AddDays(number % 100),
        Kind = (TaskKind)(number % 7 % 4),
        Owner = number % 10 == 0 ? "Ada" : "Bob",
        UpdatedAt = Samples.Now.AddDays(number * 7919 % Count),
        History = [new TaskChange(number % 20 == 0 ? TrackedStatus.Running : TrackedStatus.Succeeded, Samples.Now.AddSeconds(number / 3), "Bob", "t")],
    };
}
