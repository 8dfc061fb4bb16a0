using System.Globalization;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Replaying;

public sealed class MischiefTests
{
    private const string Id = "one";

    [Fact]
    public async Task An_orchestrator_that_heeds_the_rules_comes_to_its_end_whatever_happens()
    {
        for (var seed = 0; seed < Thoroughness.Cases(50); seed++)
        {
            Assert.Equal($"{seed}: \"0 1 2 3 4 5 6 7 8 9\"", $"{seed}: {(await RunAsync(new HubOptions { Mischief = Mischief.Everything(seed) })).Output}");
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_course()
    {
        var courses = new List<(string?, DateTimeOffset, int)>();
        for (var i = 0; i < 2; i++)
        {
            var (hub, output) = await RunAsync(new HubOptions { Mischief = Mischief.Everything(seed: 7) });
            courses.Add((output, hub.Now, hub.ActivitiesDone));
        }

        Assert.Equal(courses[0], courses[1]);
    }

    [Fact]
    public async Task Does_activities_more_than_once()
    {
        var (hub, _) = await RunAsync(new HubOptions { Mischief = new Mischief(1) { RepeatsActivity = 1 } });

        Assert.True(hub.ActivitiesDone > hub.CountsOf(Id)!.Activities);
    }

    [Fact]
    public async Task Does_what_a_lost_episode_called_for()
    {
        var (hub, _) = await RunAsync(new HubOptions { Mischief = new Mischief(1) { LosesEpisode = 1, SendsBeforeCommit = 1 } });

        Assert.Equal(2 * hub.CountsOf(Id)!.Activities, hub.ActivitiesDone);
    }

    [Fact]
    public async Task Loses_every_episode_once_where_asked_to()
    {
        var runs = 0;
        var hub = SampleHub.Of(
            async context =>
            {
                runs++;
                return await context.CallActivityAsync<string>("Echo", "a");
            },
            new HubOptions { LosesEveryEpisodeOnce = true });
        await SampleHub.StartAsync(hub, Id);

        await hub.RunToTheEndAsync();

        Assert.Equal((4, 2), (runs, hub.CountsOf(Id)!.Episodes));
    }

    [Fact]
    public async Task Gives_one_event_an_episode_where_asked_to()
    {
        var (hub, _) = await RunAsync(new HubOptions { OneByOne = true });

        Assert.Equal(1 + hub.CountsOf(Id)!.Activities, hub.CountsOf(Id)!.Episodes);
    }

    /// <summary>Calls ten activities, tries again whichever fails, and yields their results in order.</summary>
    private static async Task<(TaskHub Hub, string? Output)> RunAsync(HubOptions options)
    {
        var hub = SampleHub.Of(
            async context => string.Join(' ', await Task.WhenAll(Enumerable.Range(0, 10).Select(number => UntilItSucceedsAsync(context, number.ToString(CultureInfo.InvariantCulture))))),
            options);
        await SampleHub.StartAsync(hub, Id);
        await hub.RunToTheEndAsync();
        return (hub, (await SampleHub.ReadAsync(hub, Id)).SerializedOutput);
    }

    private static async Task<string> UntilItSucceedsAsync(Microsoft.DurableTask.TaskOrchestrationContext context, string text)
    {
        while (true)
        {
            try
            {
                return await context.CallActivityAsync<string>("Echo", text);
            }
            catch (Microsoft.DurableTask.TaskFailedException)
            {
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }
}
