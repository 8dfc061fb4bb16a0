using System.Collections.Concurrent;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class EventCrashTests : IDisposable
{
    private const string Definition = """{"StartAt":"a","States":{"a":{"Type":"Pass","Next":"b"},"b":{"Type":"Wait","Seconds":0,"Next":"c"},"c":{"Type":"Succeed"}}}""";
    private const int StartsBetweenKills = 12;
    private static readonly int Kills = Thoroughness.Cases(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Every_status_change_is_told_of_in_order_however_often_the_server_is_killed()
    {
        using var receiver = new EventReceiver();
        var settings = JsonObject.Of(("StatusEvents", JsonObject.Of(("Subscriptions", JsonObject.Of(("all", JsonObject.Of(("Url", Json.Of(receiver.Address.AbsoluteUri)))))))));
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "appsettings.json"), settings.ToString());
        var random = new Random();
        var acknowledged = new ConcurrentBag<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await ServerProcess.StartAsync(_data.Path);
            var starts = Enumerable.Range(0, StartsBetweenKills).Select(index => StartAsync(server.Client, $"batch-{kill}-{index}", acknowledged)).ToList();
            await Task.WhenAny(starts);
            await Task.Delay(random.Next(60));
            server.Kill();
            await Task.WhenAll(starts);
        }

        using var last = await ServerProcess.StartAsync(_data.Path);
        foreach (var execution in acknowledged)
        {
            Assert.Equal("SUCCEEDED", (await last.Client.DescribeWhenEndedAsync(execution)).Status);
        }

        // Those whose start was not acknowledged, and who began all the same, go on too.
        IReadOnlyList<(string Id, string Execution, string Status)> told = [];
        await UntilAsync(() =>
        {
            told = receiver.Taken;
            var ended = told.Where(taken => taken.Status == "SUCCEEDED").Select(taken => taken.Execution).ToHashSet();
            return acknowledged.All(ended.Contains) && told.All(taken => ended.Contains(taken.Execution));
        });
        Assert.InRange(acknowledged.Count, Kills, int.MaxValue);
        foreach (var ofOne in told.GroupBy(taken => taken.Execution))
        {
            // What is told of twice is told of with the same id; each for the first time in its order.
            Assert.Equal(["RUNNING", "SUCCEEDED"], ofOne.DistinctBy(taken => taken.Id).Select(taken => taken.Status));
        }
    }

    private static async Task StartAsync(StepFunctionsClient client, string name, ConcurrentBag<string> acknowledged)
    {
        try
        {
            var machine = await client.CreateStateMachineAsync("told-of", Definition);
            acknowledged.Add(await client.StartExecutionAsync(machine, name, "{}"));
        }
        catch (HttpRequestException)
        {
            // Killed before it could acknowledge: what has become of it shows in the events, if it was started at all.
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
