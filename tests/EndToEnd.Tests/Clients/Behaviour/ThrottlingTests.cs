using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Behaviour;

/// <summary>A server that lets a key call three times and then twice a second.</summary>
public sealed class ThrottlingTests : IAsyncLifetime, IDisposable
{
    private const string Seen = """{"refusedWithRetries":[],"refusedWithout":["ThrottlingException 400"]}""";

    private readonly TemporaryFolder _data = new();
    private ServerProcess _server = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "appsettings.json"), """{ "Throttling": { "PerKey": { "Burst": 3, "PerSecond": 2 } } }""");
        _server = await ServerProcess.StartGuardedAsync(_data.Path);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _server.Dispose();
        _data.Dispose();
    }

    [ClientFact(ClientNames.Boto3)]
    public Task Boto3_tries_again_by_itself_when_it_is_throttled() => SeesAsync(Tool.Python, "throttled.py");

    [ClientFact(ClientNames.JavaScript)]
    public Task The_JavaScript_SDK_tries_again_by_itself_when_it_is_throttled() => SeesAsync(Tool.Node, "throttled.mjs");

    private async Task SeesAsync(Tool tool, string script)
    {
        var key = _server.FirstKey!.Split('.');
        var environment = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = key[0], ["AWS_SECRET_ACCESS_KEY"] = key[1], ["AWS_CONFIG_FILE"] = Tool.Script("aws-config") };
        var outcome = await tool.RunAsync([Tool.Script(script), _server.Endpoint.ToString()], environment);
        Assert.Equal(Json.Parse(Seen), Json.Parse(outcome.OutputOrThrow()));
    }
}
