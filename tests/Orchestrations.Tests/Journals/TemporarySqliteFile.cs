using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Journals;

/// <summary>A file of the engine's that is gone with the test.</summary>
internal sealed class TemporarySqliteFile : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TemporarySqliteFile() => File = new SqliteFile(Path);

    public string Path => System.IO.Path.Combine(folder.Path, "executions.db");

    public SqliteFile File { get; private set; }

    /// <summary>Closes it and opens it again, as a process does that comes after another.</summary>
    public SqliteFile Reopen()
    {
        File.Dispose();
        return File = new SqliteFile(Path);
    }

    public void Dispose()
    {
        File.Dispose();
        folder.Dispose();
    }
}
