namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>A fresh folder on the disk that the program stands on, deleted afterwards. Not the system's temporary folder, which may be memory.</summary>
internal sealed class BenchFolder : IDisposable
{
    public BenchFolder()
    {
        Path = System.IO.Path.Combine(AppContext.BaseDirectory, "bench-data", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
