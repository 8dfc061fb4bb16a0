using TaskOrchestration.EndToEnd.Tests.Clients;
using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

/// <summary>What docs/testing-workflows.md says, on a server with the mock configuration it speaks of.</summary>
public sealed class TestingWorkflowsTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private ServerProcess _server = null!;

    public async Task InitializeAsync() =>
        _server = await ServerProcess.StartAsync(_data.Path, "--mocks", Repository.PathOf("samples", "mocks", "MockConfigFile.json"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _server.Dispose();
        _data.Dispose();
    }

    [Theory]
    [InlineData("mocks")]
    [InlineData("server")]
    public async Task A_transcript_prints_what_it_says(string name)
    {
        var (script, output) = Readme.Transcript(Block(name));
        var outcome = await new Tool("bash").RunAsync(["-c", $"exec 2>&1\ncd '{Repository.Root.FullName}'\n{script}"]);
        Assert.Equal(output.Trim(), outcome.OutputOrThrow());
    }

    [ClientFact(ClientNames.Boto3)]
    public async Task The_Python_example_runs()
    {
        var outcome = await Tool.Python.RunAsync(["-c", Block("state")], folder: Repository.Root.FullName);
        Assert.Equal("all right", outcome.OutputOrThrow());
    }

    private string Block(string name) => Readme.Block("docs/testing-workflows.md", name, _server.Endpoint);
}
