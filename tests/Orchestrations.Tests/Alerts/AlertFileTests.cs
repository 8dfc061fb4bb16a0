using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

public sealed class AlertFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("alerts-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Recalls_what_was_kept()
    {
        var known = new AlertRecollection
        {
            States = new Dictionary<string, AlertState> { ["a"] = AlertState.New(Simulation.Beginning) with { Status = AlertStatus.Firing, Value = 4.5, WellSince = Simulation.Beginning } },
            FailedExecutions = new Dictionary<long, long> { [10] = 2 },
            ThrottledCalls = new Dictionary<long, long>(),
            Notices = [new AlertNotice("id", "{}", Simulation.Beginning, 1, Simulation.Beginning)],
        };

        File().Keep(known);
        var recalled = File().Recall()!;

        Assert.Equal(known.States, recalled.States);
        Assert.Equal(known.FailedExecutions, recalled.FailedExecutions);
        Assert.Equal(known.Notices, recalled.Notices);
    }

    [Fact]
    public void Begins_anew_when_the_file_is_missing_or_broken()
    {
        Assert.Null(File().Recall());

        System.IO.File.WriteAllText(Path, "{\"states\":");

        Assert.Null(File().Recall());
    }

    private string Path => System.IO.Path.Combine(folder.FullName, AlertFile.FileName);

    private AlertFile File() => new(Path, NullLogger<AlertFile>.Instance);
}
