using Microsoft.Data.Sqlite;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>What is known about blobs, in the table <c>blobs</c>.</summary>
internal static class BlobRows
{
    private const string Under = "path >= $prefix AND path < $end";

    /// <summary>Adds a version after the others at its path.</summary>
    public static BlobVersion Add(SqliteConnection connection, BlobVersion version, string file)
    {
        var latest = connection.First(
            "SELECT version_id FROM blobs WHERE path = $path ORDER BY version_id DESC LIMIT 1", row => row.GetString(0), ("$path", version.Path));
        var added = version with { VersionId = BlobVersionId.After(latest, version.At) };
        connection.Run(
            "INSERT INTO blobs VALUES ($path, $version, $file, $length, $type, $sha256, $at, $ticks, $by)",
            ("$path", added.Path),
            ("$version", added.VersionId),
            ("$file", file),
            ("$length", added.Length),
            ("$type", added.ContentType),
            ("$sha256", added.Sha256),
            ("$at", SqliteRows.WriteTime(added.At)),
            ("$ticks", added.At.UtcTicks),
            ("$by", added.By));
        return added;
    }

    /// <summary>A version, or the latest, and the name of its file.</summary>
    public static (BlobVersion Version, string File)? Find(SqliteConnection connection, string path, string? versionId) => connection.First(
        "SELECT * FROM blobs WHERE path = $path AND ($version IS NULL OR version_id = $version) ORDER BY version_id DESC LIMIT 1",
        row => ((BlobVersion, string)?)(Read(row), row.Text("file")),
        ("$path", path),
        ("$version", versionId));

    /// <summary>The versions at a path, latest first.</summary>
    public static IReadOnlyList<BlobVersion> Versions(SqliteConnection connection, string path) =>
        connection.All("SELECT * FROM blobs WHERE path = $path ORDER BY version_id DESC", Read, ("$path", path));

    /// <summary>The latest version of each path that begins so.</summary>
    public static IReadOnlyList<BlobVersion> Latest(SqliteConnection connection, string prefix) => connection.All(
        // With max() in a group, SQLite takes the other columns from the row that has the maximum.
        $"SELECT *, max(version_id) FROM blobs WHERE {Under} GROUP BY path ORDER BY path", Read, ("$prefix", prefix), ("$end", EndOf(prefix)));

    /// <summary>The files of the versions at a path.</summary>
    public static IReadOnlyList<string> FilesAt(SqliteConnection connection, string path) =>
        connection.All("SELECT file FROM blobs WHERE path = $path", row => row.GetString(0), ("$path", path));

    /// <summary>The files of the versions under a prefix from before a moment.</summary>
    public static IReadOnlyList<string> FilesBefore(SqliteConnection connection, string prefix, DateTimeOffset before) => connection.All(
        $"SELECT file FROM blobs WHERE {Under} AND at_ticks < $before",
        row => row.GetString(0),
        ("$prefix", prefix),
        ("$end", EndOf(prefix)),
        ("$before", before.UtcTicks));

    /// <summary>Whether a version has this file.</summary>
    public static bool HasFile(SqliteConnection connection, string file) =>
        connection.First("SELECT 1 FROM blobs WHERE file = $file", row => row.GetBoolean(0), ("$file", file));

    /// <summary>Deletes the versions that have these files.</summary>
    public static int Delete(SqliteConnection connection, IEnumerable<string> files) =>
        files.Sum(file => connection.Run("DELETE FROM blobs WHERE file = $file", ("$file", file)));

    /// <summary>The first text after all that begin with a prefix: the prefix ends in a slash, and after a slash comes a nought.</summary>
    private static string EndOf(string prefix) => prefix.Length == 0 ? "\U0010FFFF" : $"{prefix[..^1]}0";

    private static BlobVersion Read(SqliteDataReader row) => new(
        row.Text("path"), row.Text("version_id"), row.Integer("length"), row.Text("content_type"), row.Text("sha256"), row.Time("at"), row.Text("by"));
}
