using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

public sealed class AlertFileTests : AlertMemoryContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Path => System.IO.Path.Combine(folder.Path, AlertFile.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Begins_anew_when_the_file_is_broken()
    {
        await File.WriteAllTextAsync(Path, "{\"states\":");

        Assert.Null(await CreateMemory().RecallAsync());
    }

    protected override IAlertMemory CreateMemory() => new AlertFile(Path, NullLogger<AlertFile>.Instance);
}
