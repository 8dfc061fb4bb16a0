namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>
/// The first folders of blobs that are the server's own. What lies there belongs to somebody, and the API says who may have it; so no workflow reaches them as
/// buckets, whoever has written it.
/// </summary>
public static class OwnFolders
{
    /// <summary>What belongs to tasks; a folder for each.</summary>
    public const string Tasks = "tasks";

    /// <summary>Exports.</summary>
    public const string Exports = "exports";

    /// <summary>Reports of settlements.</summary>
    public const string Reports = "reports";

    /// <summary>Logs of executions.</summary>
    public const string Logs = "logs";

    /// <summary>Why a workflow may not reach what is in a bucket.</summary>
    /// <param name="bucket">The bucket, or a path that begins with it.</param>
    /// <returns>The reason; null if it may.</returns>
    public static string? WhyDenied(string bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return bucket.Split('/')[0] is (Tasks or Exports or Reports or Logs) and var own ? $"Access Denied: the bucket '{own}' is the server's own" : null;
    }
}
