using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Commands;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--anonymous")]
    public async Task The_demonstration_succeeds_whether_credentials_are_asked_for_or_not(params string[] mode)
    {
        var (exitCode, output, errors) = await Taskorch.CallAsync(["serve", "--demo", "--port", "0", "--data", _data.Path, .. mode]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.EndsWith("all three succeeded\n", output, StringComparison.Ordinal);
    }
}
