using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TaskOrchestration.Functions.Tests.Replaying;

public sealed class GenerationTests
{
    private const string Id = "one";

    [Fact]
    public async Task Goes_on_as_new_with_an_empty_history()
    {
        var hub = SampleHub.Of(async context =>
        {
            var text = context.GetInput<string>()!;
            await context.CallActivityAsync<string>("Echo", text);
            if (text.Length < 8)
            {
                context.ContinueAsNew(text + "!");
            }

            return text;
        });
        await SampleHub.StartAsync(hub, Id);

        await hub.RunToTheEndAsync();

        var counts = hub.CountsOf(Id)!;
        Assert.Equal(("\"input!!!\"", 4, 4, 5), ((await SampleHub.ReadAsync(hub, Id)).SerializedOutput, counts.Generations, counts.Activities, counts.LongestHistory));
    }

    [Fact]
    public async Task Takes_events_along_that_nobody_has_waited_for()
    {
        var hub = SampleHub.Of(async context =>
        {
            if (context.GetInput<string>() == "input")
            {
                await context.CallActivityAsync<string>("Slow", "a");
                context.ContinueAsNew("next");
                return "";
            }

            return await context.WaitForExternalEvent<string>("Go");
        });
        await SampleHub.StartAsync(hub, Id);
        await hub.Client.RaiseEventAsync(Id, "Go", "came");

        await hub.RunToTheEndAsync();

        Assert.Equal("\"came\"", (await SampleHub.ReadAsync(hub, Id)).SerializedOutput);
    }

    [Fact]
    public async Task Leaves_them_behind_where_they_are_not_to_be_preserved()
    {
        var hub = SampleHub.Of(async context =>
        {
            if (context.GetInput<string>() == "input")
            {
                await context.CallActivityAsync<string>("Slow", "a");
                context.ContinueAsNew("next", preserveUnprocessedEvents: false);
                return "";
            }

            return await context.WaitForExternalEvent<string>("Go");
        });
        await SampleHub.StartAsync(hub, Id);
        await hub.Client.RaiseEventAsync(Id, "Go", "came");

        await hub.RunToTheEndAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await SampleHub.ReadAsync(hub, Id)).RuntimeStatus);
    }

    [Fact]
    public async Task Goes_on_only_when_everything_it_called_for_has_answered_and_carries_over_what_comes_meanwhile()
    {
        var hub = SampleHub.Of(context =>
        {
            if (context.GetInput<string>() == "input")
            {
                _ = context.CallActivityAsync<string>("Slow", "a");
                context.ContinueAsNew("next");
                return Task.FromResult("");
            }

            return context.WaitForExternalEvent<string>("Go");
        });
        await SampleHub.StartAsync(hub, Id);
        await hub.RunAsync();
        await hub.Client.RaiseEventAsync(Id, "Go", "came");
        await hub.RunAsync();
        var before = hub.CountsOf(Id)!.Generations;

        await hub.RunToTheEndAsync();

        Assert.Equal((1, 2, "\"came\""), (before, hub.CountsOf(Id)!.Generations, (await SampleHub.ReadAsync(hub, Id)).SerializedOutput));
    }

    [Fact]
    public async Task Drops_the_timers_of_an_earlier_generation()
    {
        var hub = SampleHub.Of(async context =>
        {
            if (context.GetInput<string>() == "input")
            {
                using var cancellation = new CancellationTokenSource();
                _ = context.CreateTimer(TimeSpan.FromHours(1), cancellation.Token);
                await context.CallActivityAsync<string>("Echo", "a");
                cancellation.Cancel();
                context.ContinueAsNew("next");
                return "";
            }

            await context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
            return "late";
        });
        await SampleHub.StartAsync(hub, Id);

        await hub.RunToTheEndAsync();

        Assert.Equal((hub.Options.Clock.GetUtcNow(), "\"late\"", 4), (hub.Now, (await SampleHub.ReadAsync(hub, Id)).SerializedOutput, hub.CountsOf(Id)!.Episodes));
    }

    [Fact]
    public async Task Runs_children_and_gets_their_results()
    {
        var hub = SampleHub.Of(async context =>
        {
            var one = context.CallSubOrchestratorAsync<string>("Child", "x", new SubOrchestrationOptions(instanceId: "child-1"));
            var two = context.CallSubOrchestratorAsync<string>("Child", "y");
            return await one + await two;
        });
        hub.AddOrchestrator("Child", async context =>
            $"{await context.CallActivityAsync<string>("Slow", context.GetInput<string>())} of {context.Parent!.InstanceId}, ");
        await SampleHub.StartAsync(hub, Id);

        await hub.RunToTheEndAsync();

        Assert.Equal("\"x of one, y of one, \"", (await SampleHub.ReadAsync(hub, Id)).SerializedOutput);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await SampleHub.ReadAsync(hub, "child-1")).RuntimeStatus);
    }

    [Fact]
    public async Task Shows_a_failed_child_as_a_failed_task()
    {
        var hub = SampleHub.Of(async context =>
        {
            try
            {
                return await context.CallSubOrchestratorAsync<string>("Child");
            }
            catch (TaskFailedException e)
            {
                return $"{e.TaskName}: {e.FailureDetails.ErrorMessage}";
            }
        });
        hub.AddOrchestrator("Child", _ => Task.FromException(new InvalidOperationException("no")));
        await SampleHub.StartAsync(hub, Id);

        await hub.RunToTheEndAsync();

        Assert.Equal("\"Child: no\"", (await SampleHub.ReadAsync(hub, Id)).SerializedOutput);
    }

    [Fact]
    public async Task Lets_orchestrations_send_events_to_each_other()
    {
        var hub = SampleHub.Of(context => context.WaitForExternalEvent<string>("Hello"));
        hub.AddOrchestrator("Other", context =>
        {
            context.SendEvent(Id, "Hello", "from the other");
            context.SendEvent("nobody", "Hello", "lost");
            return Task.CompletedTask;
        });
        await SampleHub.StartAsync(hub, Id);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Other");

        await hub.RunToTheEndAsync();

        Assert.Equal("\"from the other\"", (await SampleHub.ReadAsync(hub, Id)).SerializedOutput);
    }
}
