using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;
using TaskOrchestration.Support.Servers.Loading;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class LoadCrashTests : IDisposable
{
    /// <summary>After so many looks at which nothing happens, nothing will.</summary>
    private const int Patience = 60;

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_answered_under_load_is_there_and_finishes_and_every_token_works_however_often_the_server_is_killed()
    {
        await using var desk = await TokenDesk.OpenAsync();
        var (machines, key) = await PrepareAsync(desk);
        var promises = new Promises();
        var load = new EndpointLoad(machines, desk, promises);
        var random = new Random();
        for (var kills = Thoroughness.Cases(4); kills > 0; kills--)
        {
            using var server = await StartAsync(desk);
            using var killed = new CancellationTokenSource();
            var running = load.RunAsync(server.Endpoint, key, killed.Token);
            await Task.WhenAny(running, Task.Delay(random.Next(200, 1_500), CancellationToken.None));
            server.Kill();
            await killed.CancelAsync();
            await running;
        }

        using var last = await StartAsync(desk, "--movable-clock");
        using var connection = await WireConnection.OpenAsync(last.Endpoint, key);
        await FinishAsync(last, connection, machines, load, key);
        Assert.NotEmpty(promises.Started);
        foreach (var execution in promises.Started)
        {
            var described = await connection.CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""");
            Assert.True(described.IsDone, $"{execution}: {described}");
            Assert.Equal("SUCCEEDED", described.Text("status"));
        }

        Assert.Empty(promises.Unanswered);
        Assert.NotEmpty(promises.Used);
        Assert.Equal(desk.ExecutionByToken.Keys.Order(StringComparer.Ordinal), promises.Used.Order(StringComparer.Ordinal));
        foreach (var token in promises.Used)
        {
            var again = await connection.CallAsync("SendTaskSuccess", $$"""{"taskToken":"{{token}}","output":"{}"}""");
            Assert.Contains("\"TaskTimedOut\"", again.ToString(), StringComparison.Ordinal);
        }
    }

    private async Task<(LoadedMachines Machines, string Key)> PrepareAsync(TokenDesk desk)
    {
        // What one caller may ask for in a second is no question here.
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "appsettings.json"), """{"Throttling":{"Enabled":false}}""");
        using var server = await StartAsync(desk);
        return (await LoadedMachines.CreateAsync(server), server.FirstKey!);
    }

    private Task<ServerProcess> StartAsync(TokenDesk desk, params string[] options) => ServerProcess.StartGuardedAsync(_data.Path, ["--function", $"desk={desk.Address}", .. options]);

    /// <summary>Takes the tasks and uses the tokens that are left until no execution runs any more, those included whose start was not answered.</summary>
    private static async Task FinishAsync(ServerProcess server, WireConnection connection, LoadedMachines machines, EndpointLoad load, string key)
    {
        using var rest = new RestClient(server.Endpoint, key);
        using var finished = new CancellationTokenSource();
        // Of some tasks the server cannot know whether a worker has got them, as it was killed in that very moment: they are offered again after a minute.
        await MoveClockAsync(rest, "PT61S");
        var taking = load.TakeTasksAsync(server.Endpoint, key, finished.Token);
        var looks = 0;
        foreach (var machine in machines.All)
        {
            for (; await IsRunningAsync(connection, machine); looks++)
            {
                while (await load.UseTokenAsync(connection))
                {
                    looks = 0;
                }

                if (looks == Patience)
                {
                    // It was killed after it had noted that a worker has its task, and before the answer had left: such a task times out, and is tried again.
                    await MoveClockAsync(rest, "PT200S");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
        }

        await finished.CancelAsync();
        await taking;
    }

    private static async Task MoveClockAsync(RestClient rest, string by) => (await rest.PostAsync("clock", by, $$"""{"advance":"{{by}}"}""")).OrThrow();

    private static async Task<bool> IsRunningAsync(WireConnection connection, string machine)
    {
        var answer = await connection.CallAsync("ListExecutions", $$"""{"stateMachineArn":"{{machine}}","statusFilter":"RUNNING","maxResults":1}""");
        return !answer.ToString().EndsWith("{\"executions\":[]}", StringComparison.Ordinal);
    }
}
