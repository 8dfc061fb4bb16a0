namespace TaskOrchestration.Orchestrations.Tests.Stores;

/// <summary>A folder that is gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("taskorch-").FullName;

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
