using TaskOrchestration.EndToEnd.Tests.Clients;
using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.EndToEnd.Tests.Servers;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

public class ReadmeTests(RunningServer running) : IClassFixture<RunningServer>
{
    [ClientFact(ClientNames.AwsCli)]
    public Task The_transcript_of_the_CLI_prints_what_it_says() => PrintsWhatItSaysAsync("aws");

    [Fact]
    public Task The_transcript_of_the_shell_prints_what_it_says() => PrintsWhatItSaysAsync("shell");

    [Fact]
    public async Task The_walk_through_leads_from_an_order_to_its_settlement()
    {
        using var data = new TemporaryFolder();
        using var server = await ServerProcess.StartAsync(data.Path, "--movable-clock");
        var (script, output) = Readme.Transcript(Readme.Block("tasks", server.Endpoint));
        Assert.Equal(output.Trim(), await RunAsync(script));
    }

    [ClientFact(ClientNames.Boto3)]
    public async Task The_Python_example_runs()
    {
        var outcome = await Tool.Python.RunAsync(["-c", Readme.Block("python", running.Server.Endpoint)]);
        Assert.Equal("\"hello\"", outcome.OutputOrThrow());
    }

    [ClientFact(ClientNames.JavaScript)]
    public async Task The_JavaScript_example_runs()
    {
        var outcome = await Tool.Node.RunAsync(["--input-type=module", "-e", Readme.Block("node", running.Server.Endpoint)], folder: Tool.Script(""));
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:execution:TransactionProcessor:", outcome.OutputOrThrow(), StringComparison.Ordinal);
    }

    private async Task PrintsWhatItSaysAsync(string name)
    {
        var (script, output) = Readme.Transcript(Readme.Block(name, running.Server.Endpoint));
        Assert.Equal(output.Trim(), await RunAsync(script));
    }

    private static async Task<string> RunAsync(string script) =>
        (await new Tool("bash").RunAsync(["-c", $"exec 2>&1\ncd '{Repository.Root.FullName}'\n{script}"])).OutputOrThrow();
}
