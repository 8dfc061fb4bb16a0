using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Clients;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Replaying;

public sealed class HubClientTests
{
    private const string Id = "one";

    [Fact]
    public async Task Starts_no_second_one_under_the_id_of_one_that_runs()
    {
        var hub = Waiting();
        await SampleHub.StartAsync(hub, Id);

        await Assert.ThrowsAsync<OrchestrationExistsException>(() => SampleHub.StartAsync(hub, Id));
    }

    [Fact]
    public async Task Starts_another_under_the_id_of_one_that_has_ended_unless_asked_not_to()
    {
        var hub = Waiting();
        await SampleHub.StartAsync(hub, Id);
        await hub.Client.TerminateInstanceAsync(Id);
        await hub.RunAsync();

        await Assert.ThrowsAsync<OrchestrationExistsException>(() => hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Main", "input", new StartOrchestrationOptions(Id).WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated)));
        await SampleHub.StartAsync(hub, Id);

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await SampleHub.ReadAsync(hub, Id)).RuntimeStatus);
    }

    [Fact]
    public async Task Refuses_an_event_that_could_reach_nobody() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Waiting().Client.RaiseEventAsync("nobody", "Go", "x"));

    [Fact]
    public async Task Runs_the_hub_at_once_where_asked_to()
    {
        var hub = Waiting(new HubOptions { RunsAtOnce = true });
        await SampleHub.StartAsync(hub, Id);

        await hub.Client.RaiseEventAsync(Id, "Go", "came");

        var metadata = await SampleHub.ReadAsync(hub, Id);
        Assert.Equal(
            ("Main", OrchestrationRuntimeStatus.Completed, "input", "came", "waiting"),
            (metadata.Name, metadata.RuntimeStatus, metadata.ReadInputAs<string>(), metadata.ReadOutputAs<string>(), metadata.ReadCustomStatusAs<string>()));
    }

    [Fact]
    public async Task Waits_for_the_end()
    {
        var hub = SampleHub.Of(context => context.CallActivityAsync<string>("Slow", "a"));
        await SampleHub.StartAsync(hub, Id);

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.Client.WaitForInstanceStartAsync(Id)).RuntimeStatus);
        Assert.Equal("\"a\"", (await hub.Client.WaitForInstanceCompletionAsync(Id, getInputsAndOutputs: true)).SerializedOutput);
    }

    [Fact]
    public async Task Does_not_wait_for_what_never_comes()
    {
        var hub = Waiting();
        await SampleHub.StartAsync(hub, Id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => hub.Client.WaitForInstanceCompletionAsync(Id));
    }

    [Fact]
    public async Task Terminates_suspends_and_resumes()
    {
        var hub = Waiting(new HubOptions { RunsAtOnce = true });
        await SampleHub.StartAsync(hub, Id);
        await hub.Client.SuspendInstanceAsync(Id);
        await hub.Client.RaiseEventAsync(Id, "Go", "came");
        var suspended = (await SampleHub.ReadAsync(hub, Id)).RuntimeStatus;
        await hub.Client.ResumeInstanceAsync(Id);
        var resumed = (await SampleHub.ReadAsync(hub, Id)).RuntimeStatus;
        await SampleHub.StartAsync(hub, Id);
        await hub.Client.TerminateInstanceAsync(Id, "enough");

        var terminated = await SampleHub.ReadAsync(hub, Id);
        Assert.Equal(
            (OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated, "\"enough\""),
            (suspended, resumed, terminated.RuntimeStatus, terminated.SerializedOutput));
    }

    [Fact]
    public async Task Purges_what_has_ended_and_nothing_else()
    {
        var hub = Waiting(new HubOptions { RunsAtOnce = true });
        await SampleHub.StartAsync(hub, "ended");
        await SampleHub.StartAsync(hub, "waiting");
        await hub.Client.RaiseEventAsync("ended", "Go", "came");

        Assert.Equal(
            (1, 0, 0),
            ((await hub.Client.PurgeInstanceAsync("ended")).PurgedInstanceCount, (await hub.Client.PurgeInstanceAsync("waiting")).PurgedInstanceCount, (await hub.Client.PurgeInstanceAsync("ended")).PurgedInstanceCount));
        Assert.Null(await hub.Client.GetInstanceAsync("ended"));
    }

    [Fact]
    public async Task Lists_page_by_page()
    {
        var hub = Waiting(new HubOptions { RunsAtOnce = true });
        foreach (var id in new[] { "a1", "b1", "a2", "a3" })
        {
            await SampleHub.StartAsync(hub, id);
        }

        await hub.Client.RaiseEventAsync("a2", "Go", "came");
        var pages = new List<string>();
        await foreach (var page in hub.Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], InstanceIdPrefix: "a", PageSize: 1)).AsPages())
        {
            pages.Add(string.Join(' ', page.Values.Select(instance => instance.InstanceId)));
        }

        Assert.Equal(["a1", "a3"], pages);
    }

    [Fact]
    public async Task Lets_activities_use_it_while_the_hub_is_at_work()
    {
        var hub = SampleHub.Of(
            async context =>
            {
                var wait = context.WaitForExternalEvent<string>("Go");
                await context.CallActivityAsync<string>("Tell", context.InstanceId);
                return await wait;
            },
            new HubOptions { RunsAtOnce = true });
        hub.AddActivity<string, string>("Tell", async (call, id) =>
        {
            await hub.Client.RaiseEventAsync(id, "Go", $"told by {call.Name}");
            return "";
        });

        await SampleHub.StartAsync(hub, Id);

        Assert.Equal("\"told by Tell\"", (await SampleHub.ReadAsync(hub, Id)).SerializedOutput);
    }

    [Fact]
    public async Task Goes_on_while_an_activity_waits_for_the_clock()
    {
        var hub = SampleHub.Of(async context => await context.CallActivityAsync<string>("Doze", "a") + await context.CallActivityAsync<string>("Echo", "b"));
        hub.AddActivity<string, string>("Doze", async (_, text) =>
        {
            await Task.Delay(TimeSpan.FromHours(1), hub.Options.Clock);
            return text;
        });
        hub.AddOrchestrator("Other", context => context.CallActivityAsync<string>("Echo", "other"));
        await SampleHub.StartAsync(hub, Id);
        var other = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Other");

        await hub.RunAsync();
        var (dozing, done) = ((await SampleHub.ReadAsync(hub, Id)).RuntimeStatus, (await SampleHub.ReadAsync(hub, other)).RuntimeStatus);
        await hub.RunToTheEndAsync();

        Assert.Equal(
            (OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed, "\"ab\"", Simulation.Beginning + TimeSpan.FromHours(1)),
            (dozing, done, (await SampleHub.ReadAsync(hub, Id)).SerializedOutput, hub.Now));
    }

    private static TaskHub Waiting(HubOptions? options = null) => SampleHub.Of(
        context =>
        {
            context.SetCustomStatus("waiting");
            return context.WaitForExternalEvent<string>("Go");
        },
        options);
}
