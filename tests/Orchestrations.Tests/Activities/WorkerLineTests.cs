using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

public sealed class WorkerLineTests
{
    private readonly WorkerLine<string> line = new("arn", maxWorkers: 2);

    [Fact]
    public async Task Gives_the_first_task_to_the_first_worker()
    {
        line.Add("1");
        line.Add("2");
        Assert.Equal("1", await line.TakeAsync(isFirst: false, CancellationToken.None));
        Assert.Equal("2", await line.TakeAsync(isFirst: false, CancellationToken.None));

        var first = line.TakeAsync(isFirst: false, CancellationToken.None);
        var second = line.TakeAsync(isFirst: false, CancellationToken.None);
        line.Add("3");
        line.Add("4");

        Assert.Equal(("3", "4"), (await first, await second));
    }

    [Fact]
    public async Task Lets_no_more_wait_than_may()
    {
        var first = line.TakeAsync(isFirst: false, CancellationToken.None);
        var second = line.TakeAsync(isFirst: false, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await line.TakeAsync(isFirst: false, CancellationToken.None));

        Assert.Equal(Refusal.ActivityWorkerLimitExceeded, refused.Refusal);
        Assert.Equal(2, line.WaitingWorkers);
        line.Close();
        Assert.Equal((null, null), (await first, await second));
    }

    [Fact]
    public async Task Gives_nothing_to_a_worker_that_has_gone()
    {
        using var gone = new CancellationTokenSource();
        var first = line.TakeAsync(isFirst: false, gone.Token);
        var second = line.TakeAsync(isFirst: false, CancellationToken.None);
        await gone.CancelAsync();

        line.Add("1");

        Assert.Null(await first);
        Assert.Equal("1", await second);
    }

    [Fact]
    public async Task Puts_what_was_handed_out_before_in_front_of_all_others()
    {
        line.Add("1");
        line.Add("2");
        var handed = await line.TakeAsync(isFirst: false, CancellationToken.None);

        line.Add(handed!, isFirst: true);

        Assert.Equal("1", await line.TakeAsync(isFirst: false, CancellationToken.None));
    }

    [Fact]
    public async Task Loses_a_task_that_is_taken_out()
    {
        line.Add("1");
        line.Add("2");
        line.Remove("1");
        line.Remove("1");

        Assert.Equal("2", await line.TakeAsync(isFirst: false, CancellationToken.None));
        Assert.Equal(0, line.WaitingTasks);
    }

    [Fact]
    public async Task Sends_all_away_when_it_is_closed()
    {
        var waiting = line.TakeAsync(isFirst: false, CancellationToken.None);
        line.Close();

        Assert.Null(await waiting);
        Assert.Null(await line.TakeAsync(isFirst: false, CancellationToken.None));
    }

    [Fact]
    public async Task Loses_and_doubles_nothing_while_workers_come_and_go()
    {
        const int Tasks = 2_000;
        var crowded = new WorkerLine<object>("arn", maxWorkers: 1_000);
        var handed = new System.Collections.Concurrent.ConcurrentBag<object>();
        var random = new Random(7);
        var patience = Enumerable.Range(0, 8).Select(_ => random.Next(1, 40)).ToArray();
        using var done = new CancellationTokenSource();
        var workers = patience.Select(turns => Task.Run(async () =>
        {
            for (var i = 1; !done.IsCancellationRequested; i++)
            {
                using var gone = CancellationTokenSource.CreateLinkedTokenSource(done.Token);
                var taking = crowded.TakeAsync(isFirst: false, gone.Token).AsTask();
                if (i % turns == 0)
                {
                    await gone.CancelAsync();
                }

                if (await taking is { } task)
                {
                    handed.Add(task);
                    if (handed.Count == Tasks)
                    {
                        await done.CancelAsync();
                    }
                }
            }
        })).ToList();

        var tasks = Enumerable.Range(0, Tasks).Select(i => (object)i).ToArray();
        foreach (var task in tasks)
        {
            crowded.Add(task);
        }

        await Task.WhenAll(workers);
        Assert.Equal(tasks, handed.Order());
    }
}
