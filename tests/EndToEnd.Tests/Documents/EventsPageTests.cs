using System.Diagnostics;
using TaskOrchestration.EndToEnd.Tests.Clients;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

public sealed class EventsPageTests
{
    private const string Secret = "a long random text";

    [Fact]
    public async Task The_receiver_prints_what_executions_become()
    {
        using var data = new TemporaryFolder();
        var port = FreePort.Find();
        using var receiver = Process.Start(new ProcessStartInfo(Tool.Python.Program, ["-c", Block(), $"{port}", Secret]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(data.Path, "appsettings.json"), Settings(port));
            using var server = await ServerProcess.StartAsync(data.Path);
            var machine = await server.Client.CreateStateMachineAsync("told-of", """{"StartAt":"a","States":{"a":{"Type":"Pass","End":true}}}""");

            await server.Client.StartExecutionAsync(machine, "one", "{}");

            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            Assert.Equal("one RUNNING", await receiver.StandardOutput.ReadLineAsync(patience.Token));
            Assert.Equal("one SUCCEEDED", await receiver.StandardOutput.ReadLineAsync(patience.Token));
        }
        finally
        {
            receiver.Kill();
        }
    }

    private static string Block() => Readme.Block("docs/events.md", "receiver", new Uri("http://127.0.0.1:8083"));

    private static string Settings(int port)
    {
        var subscription = JsonObject.Of(("Url", Json.Of($"http://127.0.0.1:{port}/")), ("Secret", Json.Of(Secret)), ("StateMachines", JsonArray.Of([Json.Of("told-*")])));
        return JsonObject.Of(("StatusEvents", JsonObject.Of(("Subscriptions", JsonObject.Of(("test", subscription)))))).ToString();
    }
}
