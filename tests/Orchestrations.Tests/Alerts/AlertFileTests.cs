using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

public sealed class AlertFileTests : AlertMemoryContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("alerts-");

    private string Path => System.IO.Path.Combine(folder.FullName, AlertFile.FileName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Begins_anew_when_the_file_is_broken()
    {
        await File.WriteAllTextAsync(Path, "{\"states\":");

        Assert.Null(await CreateMemory().RecallAsync());
    }

    protected override IAlertMemory CreateMemory() => new AlertFile(Path, NullLogger<AlertFile>.Instance);
}
