using TaskOrchestration.Functions.Workers;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Workers;

/// <summary>What every queue of tasks does.</summary>
public abstract class WaitingLineContract
{
    private const string Work = "arn:aws:states:us-east-1:123456789012:activity:work";
    private const string Other = "arn:aws:states:us-east-1:123456789012:activity:wörk/ä";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    protected abstract IWaitingLine Queue { get; }

    [Fact]
    public async Task Keeps_the_tasks_of_each_activity_in_the_order_in_which_they_came()
    {
        WaitingTask[] tasks = [Task(Work, "a", 0), Task(Other, "b", 1), Task(Work, "c", 2), Task(Work, "d", 3)];
        foreach (var task in tasks)
        {
            await Queue.AddAsync(task);
        }

        Assert.Equal([tasks[0], tasks[2], tasks[3]], await FirstAsync(Work, 10));
        Assert.Equal([tasks[0], tasks[2]], await FirstAsync(Work, 2));
        Assert.Equal([tasks[1]], await FirstAsync(Other, 10));
        Assert.Equal([tasks[3]], await FirstAsync(Work, 10, (await Queue.FirstAsync(Work, 2))[1].Place));
    }

    [Fact]
    public async Task Keeps_a_task_of_the_greatest_length()
    {
        var task = Task(Work, "a", 0) with { Input = Json.Of(new string('ü', 131_000)) };

        await Queue.AddAsync(task);

        Assert.Equal([task], await FirstAsync(Work, 1));
    }

    [Fact]
    public async Task Loses_a_task_that_is_taken_out_and_no_other()
    {
        await Queue.AddAsync(Task(Work, "a", 0));
        await Queue.AddAsync(Task(Work, "b", 1));
        var first = (await Queue.FirstAsync(Work, 1))[0];

        await Queue.RemoveAsync(first);
        await Queue.RemoveAsync(first);

        Assert.Equal([Task(Work, "b", 1)], await FirstAsync(Work, 10));
    }

    [Fact]
    public async Task Names_those_that_have_waited_long_whatever_their_activity()
    {
        WaitingTask[] tasks = [Task(Work, "a", 0), Task(Other, "b", 1), Task(Work, "c", 2)];
        foreach (var task in tasks)
        {
            await Queue.AddAsync(task);
        }

        var older = new List<WaitingTask>();
        await foreach (var task in Queue.OlderAsync(Noon.AddSeconds(2)))
        {
            older.Add(task with { Place = "" });
        }

        Assert.Equal(tasks[..2], older.OrderBy(task => task.Since));
    }

    private async Task<IEnumerable<WaitingTask>> FirstAsync(string activityArn, int limit, string? after = null) =>
        (await Queue.FirstAsync(activityArn, limit, after)).Select(task => task with { Place = "" });

    private static WaitingTask Task(string activityArn, string execution, int after) => new(
        activityArn, $"arn:aws:states:us-east-1:123456789012:execution:machine:{execution}", after + 1, Json.Of(execution), Noon.AddSeconds(after));
}
