namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>The files that hold the content of blobs. They have random names, so that no path of a blob leads anywhere on the disk.</summary>
/// <remarks>
/// A file that is in <c>unsettled</c> may or may not belong to a version; its row in the database decides. Files come to be there and go from there, so that
/// after a crash only that folder must be looked through. What is in the other folders has a row.
/// </remarks>
internal sealed class BlobFiles
{
    private readonly string folder;
    private readonly string unsettled;

    public BlobFiles(string folder)
    {
        this.folder = folder;
        unsettled = Path.Combine(folder, "unsettled");
        Directory.CreateDirectory(unsettled);
    }

    /// <summary>The files whose fate a crash has left open.</summary>
    public IReadOnlyList<string> Unsettled() => [.. Directory.EnumerateFiles(unsettled).Select(file => Path.GetFileName(file))];

    /// <summary>A new file to write to.</summary>
    public (string Name, FileStream Stream) Create()
    {
        var name = Guid.NewGuid().ToString("N");
        return (name, new FileStream(UnsettledPlace(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true));
    }

    /// <summary>Puts a file where those are that have a row, unless somebody has deleted it meanwhile.</summary>
    public void Settle(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place(name))!);
        Move(UnsettledPlace(name), Place(name));
    }

    /// <summary>Puts a file where those are that may not have a row for much longer, unless it is there.</summary>
    public void Unsettle(string name) => Move(Place(name), UnsettledPlace(name));

    /// <summary>Deletes a file that has no row.</summary>
    public void Discard(string name)
    {
        // Whoever wrote it may be about to settle it; it never goes back, so that looked for in this order it is found.
        Delete(UnsettledPlace(name));
        Delete(Place(name));
    }

    /// <summary>Opens a file, wherever it is just now; none if it is gone.</summary>
    public FileStream? Open(string name) =>
        // It may be moved between two looks, there and back at most once.
        OpenAt(Place(name)) ?? OpenAt(UnsettledPlace(name)) ?? OpenAt(Place(name));

    private static FileStream? OpenAt(string place)
    {
        try
        {
            return new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Move(string from, string to)
    {
        if (!File.Exists(from))
        {
            return;
        }

        try
        {
            File.Move(from, to);
        }
        catch (FileNotFoundException) when (!File.Exists(from))
        {
            // Somebody else has moved or deleted it since it was looked for.
        }
    }

    private static void Delete(string place)
    {
        if (File.Exists(place))
        {
            File.Delete(place);
        }
    }

    private string Place(string name) => Path.Combine(folder, name[..2], name);

    private string UnsettledPlace(string name) => Path.Combine(unsettled, name);
}
