namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>The folder that holds everything durable, locked for one process.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>Opens the folder, which is made if it is not there.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it open.</exception>
    public static DataFolder Open(string path)
    {
        var full = Directory.CreateDirectory(path).FullName;
        var lockPath = System.IO.Path.Combine(full, "lock");
        try
        {
            return new DataFolder(full, new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DataFolderInUseException($"The data folder {full} is in use by another process. Stop that process or choose another folder.", e);
        }
    }

    /// <summary>Where a file of that name belongs.</summary>
    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Lets other processes in.</summary>
    public void Dispose() => held.Dispose();
}
