using TaskOrchestration.EndToEnd.Tests.Clients;
using TaskOrchestration.EndToEnd.Tests.Servers;
using TaskOrchestration.Support;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

public class ReadmeTests(RunningServer running) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("aws")]
    [InlineData("shell")]
    public async Task A_transcript_prints_what_it_says(string name)
    {
        var (script, output) = Readme.Transcript(Readme.Block(name, running.Server.Endpoint));
        var outcome = await new Tool("bash").RunAsync(["-c", $"exec 2>&1\ncd '{Repository.Root.FullName}'\n{script}"]);
        Assert.Equal(output, outcome.OutputOrThrow().Trim('\n'), ignoreWhiteSpaceDifferences: true);
    }

    [Fact]
    public async Task The_Python_example_runs()
    {
        var outcome = await Tool.Python.RunAsync(["-c", Readme.Block("python", running.Server.Endpoint)]);
        Assert.Equal("\"hello\"", outcome.OutputOrThrow());
    }

    [Fact]
    public async Task The_JavaScript_example_runs()
    {
        var outcome = await Tool.Node.RunAsync(["--input-type=module", "-e", Readme.Block("node", running.Server.Endpoint)], folder: Tool.Script(""));
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:execution:TransactionProcessor:", outcome.OutputOrThrow(), StringComparison.Ordinal);
    }
}
