using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Replaying;

namespace TaskOrchestration.Functions.Tests.Replaying;

public sealed class ReplayTests
{
    private const string Id = "one";

    [Fact]
    public async Task Runs_an_orchestrator_from_scratch_whenever_something_has_come()
    {
        var runs = 0;
        var hub = Hub(async context =>
        {
            runs++;
            var first = await context.CallActivityAsync<string>("Echo", "a");
            var second = await context.CallActivityAsync<string>("Echo", first + "b");
            return second + "c";
        });

        await RunAsync(hub);

        Assert.Equal((3, "\"abc\""), (runs, (await ReadAsync(hub)).SerializedOutput));
        Assert.Equal(2, hub.CountsOf(Id)!.ByActivity["Echo"]);
    }

    [Fact]
    public async Task Catches_an_orchestrator_that_calls_something_else_when_it_is_replayed()
    {
        var runs = 0;
        var hub = Hub(async context =>
        {
            await context.CallActivityAsync<string>("Echo", $"run {++runs}");
            return "";
        });

        var error = await Assert.ThrowsAsync<NonDeterminismException>(() => RunAsync(hub));

        Assert.Equal(
            "Orchestration one, call 0: expected what it did before, CallActivityAsync(Echo, \"run 1\") after 1 events; found CallActivityAsync(Echo, \"run 2\") after 1 events.",
            error.Message);
    }

    [Fact]
    public async Task Catches_an_orchestrator_that_calls_nothing_any_more_when_it_is_replayed()
    {
        var runs = 0;
        var hub = Hub(async context =>
        {
            if (runs++ == 0)
            {
                context.SetCustomStatus("first");
            }

            return await context.CallActivityAsync<string>("Echo", "a");
        });

        await Assert.ThrowsAsync<NonDeterminismException>(() => RunAsync(hub));
    }

    [Fact]
    public async Task Catches_an_orchestrator_that_calls_more_when_it_is_replayed()
    {
        var runs = 0;
        var hub = Hub(async context =>
        {
            var waiting = context.CallActivityAsync<string>("Echo", "a");
            if (runs++ > 0)
            {
                context.NewGuid();
            }

            return await waiting;
        });

        await Assert.ThrowsAsync<NonDeterminismException>(() => RunAsync(hub));
    }

    [Fact]
    public async Task Catches_an_orchestrator_that_swallows_its_own_non_determinism()
    {
        var runs = 0;
        var hub = Hub(async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Echo", runs++.ToString());
            }
            catch (NonDeterminismException)
            {
                return "nothing happened";
            }
        });

        await Assert.ThrowsAsync<NonDeterminismException>(() => RunAsync(hub));
    }

    [Fact]
    public async Task Catches_an_orchestrator_that_goes_to_another_thread()
    {
        var hub = Hub(async context =>
        {
            await context.CallActivityAsync<string>("Echo", "a");
            return await Task.Run(() => context.CallActivityAsync<string>("Echo", "b"));
        });

        await Assert.ThrowsAsync<IllegalAwaitException>(() => RunAsync(hub));
    }

    [Fact]
    public async Task Catches_an_orchestrator_that_awaits_what_is_not_durable()
    {
        var never = new TaskCompletionSource<string>();
        var hub = Hub(_ => never.Task);

        var error = await Assert.ThrowsAsync<IllegalAwaitException>(() => RunAsync(hub));

        Assert.Contains("await something durable", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catches_what_goes_on_elsewhere_while_it_waits_for_something_durable()
    {
        var outside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hub = Hub(async context =>
        {
            var wait = context.WaitForExternalEvent<string>("Go");
            await outside.Task;
            return await wait;
        });
        await RunAsync(hub);
        await Task.Run(outside.SetResult);

        await Assert.ThrowsAsync<IllegalAwaitException>(async () =>
        {
            while (true)
            {
                await hub.RunAsync();
                await Task.Yield();
            }
        });
    }

    [Fact]
    public async Task Catches_a_cancellation_whose_callbacks_run_elsewhere()
    {
        var hub = Hub(async context =>
        {
            using var cancellation = new CancellationTokenSource();
            _ = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
            await cancellation.CancelAsync();
            return await context.CallActivityAsync<string>("Echo", "a");
        });

        await Assert.ThrowsAsync<IllegalAwaitException>(() => RunAsync(hub));
    }

    [Fact]
    public async Task Tells_replaying_from_what_happens_for_the_first_time()
    {
        var seen = new List<(bool, string)>();
        var hub = Hub(async context =>
        {
            seen.Add((context.IsReplaying, "start"));
            await context.CallActivityAsync<string>("Echo", "a");
            seen.Add((context.IsReplaying, "end"));
            return "";
        });

        await RunAsync(hub);

        Assert.Equal([(false, "start"), (true, "start"), (false, "end")], seen);
    }

    [Fact]
    public async Task Gives_each_episode_its_own_time_and_the_same_again_when_it_is_replayed()
    {
        var times = new HashSet<string>();
        var hub = Hub(async context =>
        {
            var began = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            var went = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            times.Add($"{began:O} {went - began}");
            return context.NewGuid() == context.NewGuid() ? "same" : "different";
        }, new HubOptions { LosesEveryEpisodeOnce = true });

        await RunAsync(hub);

        Assert.Equal("2026-01-31T08:30:00.0000000Z 01:00:00", Assert.Single(times));
        Assert.Equal("\"different\"", (await ReadAsync(hub)).SerializedOutput);
    }

    [Fact]
    public async Task Splits_a_long_timer_as_the_worker_does()
    {
        var hub = Hub(async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
            return "";
        });

        await RunAsync(hub);

        Assert.Equal((3, Simulation.Beginning + TimeSpan.FromDays(7)), (hub.CountsOf(Id)!.Timers, hub.Now));
    }

    [Fact]
    public async Task Does_not_complete_while_something_it_called_for_is_open()
    {
        var hub = Hub(context =>
        {
            _ = context.CallActivityAsync<string>("Slow", "a");
            return Task.FromResult("done");
        });
        await StartAsync(hub);

        await hub.RunAsync();
        var before = (await ReadAsync(hub)).RuntimeStatus;
        await hub.RunToTheEndAsync();

        Assert.Equal((OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed), (before, (await ReadAsync(hub)).RuntimeStatus));
    }

    [Fact]
    public async Task Completes_while_events_are_awaited_and_timers_cancelled()
    {
        var hub = Hub(async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
            _ = context.WaitForExternalEvent<string>("Never");
            await context.CallActivityAsync<string>("Echo", "a");
            cancellation.Cancel();
            return timer.IsCanceled ? "cancelled" : "not cancelled";
        });

        await StartAsync(hub);
        await hub.RunAsync();

        Assert.Equal("\"cancelled\"", (await ReadAsync(hub)).SerializedOutput);
    }

    [Fact]
    public async Task Keeps_events_that_nobody_has_waited_for_yet_whatever_the_case_of_their_names()
    {
        var hub = Hub(async context =>
        {
            await context.CallActivityAsync<string>("Slow", "a");
            return await context.WaitForExternalEvent<string>("go") + await context.WaitForExternalEvent<string>("GO");
        });
        await StartAsync(hub);
        await hub.Client.RaiseEventAsync(Id, "Go", "1");
        await hub.Client.RaiseEventAsync(Id, "gO", "2");

        await hub.RunToTheEndAsync();

        Assert.Equal("\"12\"", (await ReadAsync(hub)).SerializedOutput);
    }

    [Fact]
    public async Task Gives_an_event_to_the_latest_wait()
    {
        var hub = Hub(async context =>
        {
            var first = context.WaitForExternalEvent<string>("Go");
            var second = context.WaitForExternalEvent<string>("Go");
            return await await Task.WhenAny(first, second) + (second.IsCompleted ? " to the second" : " to the first");
        });
        await StartAsync(hub);
        await hub.RunAsync();
        await hub.Client.RaiseEventAsync(Id, "Go", "came");

        await hub.RunAsync();

        Assert.Equal("\"came to the second\"", (await ReadAsync(hub)).SerializedOutput);
    }

    [Fact]
    public async Task Shows_a_failed_activity_as_a_failed_task()
    {
        var hub = Hub(async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Throw", "bad luck");
            }
            catch (TaskFailedException e)
            {
                return $"{e.TaskName} #{e.TaskId}: {e.FailureDetails.ErrorType} {e.FailureDetails.ErrorMessage}";
            }
        });

        await RunAsync(hub);

        Assert.Equal("\"Throw #0: System.IO.IOException bad luck\"", (await ReadAsync(hub)).SerializedOutput);
    }

    [Fact]
    public async Task Fails_with_what_its_orchestrator_throws()
    {
        var hub = Hub(_ => throw new InvalidOperationException("no"));

        await RunAsync(hub);

        var metadata = await ReadAsync(hub);
        Assert.Equal((OrchestrationRuntimeStatus.Failed, "\"System.InvalidOperationException: no\""), (metadata.RuntimeStatus, metadata.SerializedOutput));
    }

    [Fact]
    public async Task Refuses_a_message_that_is_too_large()
    {
        var hub = Hub(context => context.CallActivityAsync<string>("Echo", new string('x', 1024 * 1024)));

        await Assert.ThrowsAsync<MessageTooLargeException>(() => RunAsync(hub));
    }

    [Fact]
    public async Task Keeps_calls_and_what_came_of_them_in_its_history()
    {
        var hub = Hub(context => context.CallActivityAsync<string>("Echo", "a"));

        await RunAsync(hub);

        Assert.Equal(
            [
                new HubEvent.EpisodeStarted(Simulation.Beginning),
                new HubEvent.Started("Main", "\"input\"", Parent: null),
                new HubEvent.ActivityCalled(0, "Echo", "\"a\""),
                new HubEvent.EpisodeStarted(Simulation.Beginning),
                new HubEvent.ActivityCompleted(0, "\"a\""),
            ],
            hub.HistoryOf(Id));
    }

    private static TaskHub Hub(Func<TaskOrchestrationContext, Task<string>> orchestrator, HubOptions? options = null) => SampleHub.Of(orchestrator, options);

    private static Task StartAsync(TaskHub hub) => SampleHub.StartAsync(hub, Id);

    private static async Task RunAsync(TaskHub hub)
    {
        await StartAsync(hub);
        await hub.RunToTheEndAsync();
    }

    private static Task<OrchestrationMetadata> ReadAsync(TaskHub hub) => SampleHub.ReadAsync(hub, Id);
}
