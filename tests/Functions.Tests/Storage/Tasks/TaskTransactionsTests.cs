using System.Globalization;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Tasks;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>How many storage transactions each thing that is done with tasks costs. A ceiling that is raised is raised knowingly.</summary>
public sealed class TaskTransactionsTests(ITestOutputHelper output)
{
    private const int Partitions = TaskPartitions.Usual;

    private readonly EntityTables tables = EmulatedTables.Create();

    [Fact]
    public async Task Each_operation_stays_below_its_ceiling()
    {
        var store = NewStore();
        await store.TrySaveAsync(TaskSamples.Bare("first"));

        var task = await CostsAsync(3, "take down a task", () => store.TrySaveAsync(TaskSamples.Full("task") with { History = TaskSamples.Bare("task").History }));
        await CostsAsync(1, "find it", () => store.FindAsync("task"));
        task = await CostsAsync(3, "save it once it was read", () => store.TrySaveAsync(task!.Standing(TrackedStatus.Running)));
        task = await CostsAsync(4, "save it unread", () => NewStore().TrySaveAsync(task!.Standing(TrackedStatus.Waiting)));
        await store.FindAsync("task");
        task = await CostsAsync(3, "have it end", () => store.TrySaveAsync(task!.Standing(TrackedStatus.Failed)));
        await CostsAsync(2, "save it when somebody else was first", () => store.TrySaveAsync(task! with { Version = 2 }));
        await CostsAsync(Partitions + 1, "find it by its subject", () => store.FindBySubjectAsync(TaskKind.Order, "o-1"));
        await CostsAsync((2 * Partitions) + 2, "list two", () => store.ListAsync(new TaskQuery(), 20, cursor: null));
        await CostsAsync(Partitions + 1, "list one that is open", () => store.ListAsync(new TaskQuery { Statuses = [TrackedStatus.Pending] }, 20, cursor: null));
        await CostsAsync(Partitions + 1, "list one that has ended", () => store.ListAsync(new TaskQuery { Statuses = [TrackedStatus.Failed] }, 20, cursor: null));
        await CostsAsync(2 * Partitions, "count all", () => store.CountAsync(owner: null));
        await CostsAsync(2 * Partitions, "count an owner's", () => store.CountAsync("Bob"));
        await CostsAsync((3 * Partitions) + 2, "sweep when nothing is left behind", () => store.SweepAsync(TimeSpan.Zero));
        await CostsAsync(2 * Partitions, "count all again", () => store.CountAsync(owner: null));
        await CostsAsync(4, "delete it", () => NewStore().TryDeleteAsync("task", task!.Version));
    }

    [Fact]
    public async Task A_page_of_many_costs_fewer_requests_than_it_has_tasks()
    {
        var store = NewStore();
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, stop) => await store.TrySaveAsync(
            TaskSamples.At($"task-{number.ToString("D4", CultureInfo.InvariantCulture)}", number).Standing(number % 9 == 0 ? TrackedStatus.Running : TrackedStatus.Succeeded), stop));

        var page = await CostsAsync(5 * Partitions, "list 300 of 400", () => store.ListAsync(new TaskQuery(), 300, cursor: null));

        Assert.Equal(300, page.Tasks.Count);
    }

    private TableTaskStore NewStore() => new(tables, TimeProvider.System);

    private async Task<T> CostsAsync<T>(int ceiling, string what, Func<ValueTask<T>> act)
    {
        using var meter = StorageMeter.Begin();
        var result = await act();
        output.WriteLine($"{meter.Tables,4} (at most {ceiling}): {what}");
        Assert.True(meter.Tables <= ceiling, $"{what}: expected at most {ceiling} storage transactions, found {meter.Tables}.");
        return result;
    }
}
