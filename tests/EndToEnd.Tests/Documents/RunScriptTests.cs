using TaskOrchestration.EndToEnd.Tests.Clients;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

public sealed class RunScriptTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_demonstration_carries_out_a_purchase_a_refund_and_an_order()
    {
        var outcome = await new Tool(Repository.PathOf("run")).RunAsync(["--demo", "--port", "0", "--data", _data.Path]);
        var lines = outcome.OutputOrThrow().Split('\n');
        Assert.Equal(3, lines.Count(line => line == "  status             SUCCEEDED"));
        Assert.Contains($"data folder   {_data.Path}", lines);
        Assert.Contains(lines, line => line.StartsWith("listening on http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Equal("all three succeeded", lines[^1]);
    }

    [Fact]
    public async Task A_second_server_on_a_data_folder_says_so_and_stops()
    {
        using var first = await ServerProcess.StartAsync(_data.Path);
        var second = await new Tool(Repository.PathOf("run")).RunAsync(["--port", "0", "--data", _data.Path]);
        Assert.Equal(2, second.ExitCode);
        Assert.Equal($"The data folder {_data.Path} is in use by another process. Stop that process or choose another folder.", second.Errors.Trim());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var elsewhere = new TemporaryFolder();
        using var first = await ServerProcess.StartAsync(_data.Path);
        var second = await new Tool(Repository.PathOf("run")).RunAsync(["--port", $"{first.Endpoint.Port}", "--data", elsewhere.Path]);
        Assert.Equal(2, second.ExitCode);
        Assert.Equal($"Port {first.Endpoint.Port} is in use by another process. Choose another with --port N.", second.Errors.Trim());
    }
}
