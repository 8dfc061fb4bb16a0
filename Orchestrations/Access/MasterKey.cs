using System.Security.Cryptography;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>The key under which a data folder's secrets are encrypted: 32 random bytes in a file that only its owner may read.</summary>
public static class MasterKey
{
    /// <summary>What the file is called in a data folder.</summary>
    public const string FileName = "master.key";

    private const int Length = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key of a data folder; makes it where it is missing.</summary>
    /// <exception cref="InvalidDataException">The file holds no key, or others may read it.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static byte[] LoadOrCreate(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file))
        {
            Create(file);
        }

        return Load(file);
    }

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var beside = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(beside, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)) + "\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was first; its key counts.
            File.Delete(beside);
        }
    }

    private static byte[] Load(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerOnly) is not UnixFileMode.None and var extra)
        {
            throw new InvalidDataException($"{file}: expected a file that only its owner may read and write, found it open to others ({extra}). Set it right with: chmod 600 {file}");
        }

        var key = new byte[Length];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var written) && written == Length
            ? key
            : throw new InvalidDataException($"{file}: expected {Length} bytes in base64, found something else. Without the key that was in it, signatures of existing API keys cannot be checked.");
    }
}
