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
    /// <exception cref="IOException">It cannot be made or written.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            if (File.Exists(full))
            {
                throw new IOException("expected a folder, found a file");
            }

            Directory.CreateDirectory(full);
            return new DataFolder(full, new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new DataFolderInUseException($"The data folder {full} is in use by another process. Stop that process or choose another folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The data folder {full} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Where a file of that name belongs.</summary>
    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Lets other processes in.</summary>
    public void Dispose() => held.Dispose();

    /// <summary>The runtime has no exception of its own for a lock that another holds: EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
