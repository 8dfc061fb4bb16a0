using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

/// <summary>Databases that are gone with the test.</summary>
internal sealed class TemporaryDatabases : IDisposable
{
    private readonly Stack<IDisposable> opened = [];

    public TaskDatabase Create()
    {
        var folder = new TemporaryFolder();
        opened.Push(folder);
        var database = TaskDatabase.Open(folder.Path);
        opened.Push(database);
        return database;
    }

    public void Dispose()
    {
        while (opened.TryPop(out var next))
        {
            next.Dispose();
        }
    }
}
