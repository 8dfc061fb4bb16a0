using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class ActivityCrashTests : IDisposable
{
    private const int Workers = 6;

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task No_task_is_lost_and_every_token_works_however_often_the_server_is_killed_while_workers_ask()
    {
        var (crew, machine) = await PrepareAsync();
        var random = new Random();
        var kills = Thoroughness.Cases(4);
        for (var left = kills; left > 0; left--)
        {
            using var server = await ServerProcess.StartAsync(_data.Path);
            var working = crew.WorkAsync(server.Client, Workers, machine);
            await Task.Delay(random.Next(100, 1_000));
            server.Kill();
            await working;
        }

        await FinishAsync(crew, machine);

        // In doubt is at most what was on its way to a worker at that very moment.
        Assert.InRange(crew.HandedTwice, 0, kills * Workers);
    }

    [Fact]
    public async Task No_task_is_lost_or_doubled_when_the_server_is_stopped_and_started_while_workers_ask()
    {
        var (crew, machine) = await PrepareAsync();
        for (var left = Thoroughness.Cases(2); left > 0; left--)
        {
            using var server = await ServerProcess.StartAsync(_data.Path);
            var working = crew.WorkAsync(server.Client, Workers, machine);
            await Task.Delay(500);
            await server.EndAsync();
            await working;
        }

        await FinishAsync(crew, machine);

        Assert.Equal(0, crew.HandedTwice);
    }

    private async Task<(ActivityCrew Crew, string Machine)> PrepareAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "appsettings.json"), """{"Throttling":{"Enabled":false},"Activities":{"Doubt":"00:00:30"}}""");
        using var server = await ServerProcess.StartAsync(_data.Path);
        var created = await server.Client.CallAsync("CreateActivity", JsonObject.Of(("name", Json.Of("work"))));
        var activity = ((JsonString)created["activityArn"]!).Value;
        var machine = await server.Client.CreateStateMachineAsync("working", $$"""{"StartAt":"W","States":{"W":{"Type":"Task","Resource":"{{activity}}","End":true} } }""");
        return (new ActivityCrew(activity), machine);
    }

    private async Task FinishAsync(ActivityCrew crew, string machine)
    {
        using var server = await ServerProcess.StartAsync(_data.Path);
        var working = crew.WorkAsync(server.Client, Workers, machine: null);
        foreach (var execution in crew.Started)
        {
            Assert.Equal("SUCCEEDED", (await server.Client.DescribeWhenEndedAsync(execution)).Status);
        }

        foreach (var execution in await server.Client.RunningExecutionsAsync(machine))
        {
            await server.Client.DescribeWhenEndedAsync(execution);
        }

        Assert.NotEmpty(crew.Started);
        server.Kill();
        await working;
    }
}
