using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;
using TaskOrchestration.Support.Servers.Loading;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class LoadCrashTests : IDisposable
{
    private const string Waiting = """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true}}}""";

    private const string Asking = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","End":true,
          "Parameters":{"FunctionName":"desk","Payload":{"token.$":"$$.Task.Token","execution.$":"$$.Execution.Id"}}}}}
        """;

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_answered_under_load_is_there_and_finishes_and_every_token_works_however_often_the_server_is_killed()
    {
        await using var desk = await TokenDesk.OpenAsync();
        var (load, promises, key) = await PrepareAsync(desk);
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

        using var last = await StartAsync(desk);
        using var connection = await WireConnection.OpenAsync(last.Endpoint, key);
        await FinishAsync(load, connection);
        foreach (var execution in promises.Started)
        {
            var described = await connection.CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""");
            Assert.True(described.IsDone, $"{execution}: {described}");
            Assert.Equal("SUCCEEDED", described.Text("status"));
        }

        Assert.Empty(promises.Unanswered);
        Assert.Equal(desk.ExecutionByToken.Keys.Order(StringComparer.Ordinal), promises.Used.Order(StringComparer.Ordinal));
        foreach (var token in promises.Used)
        {
            var again = await connection.CallAsync("SendTaskSuccess", $$"""{"taskToken":"{{token}}","output":"{}"}""");
            Assert.Contains("\"TaskTimedOut\"", again.ToString(), StringComparison.Ordinal);
        }
    }

    private async Task<(EndpointLoad Load, Promises Promises, string Key)> PrepareAsync(TokenDesk desk)
    {
        // What one caller may ask for in a second is no question here.
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "appsettings.json"), """{"Throttling":{"Enabled":false}}""");
        using var server = await StartAsync(desk);
        var promises = new Promises();
        var load = new EndpointLoad(await server.Client.CreateStateMachineAsync("waiting", Waiting), await server.Client.CreateStateMachineAsync("asking", Asking), desk, promises);
        return (load, promises, server.FirstKey!);
    }

    private Task<ServerProcess> StartAsync(TokenDesk desk) => ServerProcess.StartGuardedAsync(_data.Path, "--function", $"desk={desk.Address}");

    /// <summary>Uses the tokens that are left until no execution runs any more, those included whose start was not answered.</summary>
    private static async Task FinishAsync(EndpointLoad load, WireConnection connection)
    {
        foreach (var machine in new[] { load.Waiting, load.Asking })
        {
            var running = $$"""{"stateMachineArn":"{{machine}}","statusFilter":"RUNNING","maxResults":1}""";
            while (!(await connection.CallAsync("ListExecutions", running)).ToString().EndsWith("{\"executions\":[]}", StringComparison.Ordinal))
            {
                while (await load.UseTokenAsync(connection))
                {
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
