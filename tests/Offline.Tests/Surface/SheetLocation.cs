using TaskOrchestration.Support;

namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>Where the sheet with the public signatures of the real packages is.</summary>
internal static class SheetLocation
{
    private const string FileName = "azure-surface.md";

    /// <summary>Its path beside the repository or further up; null where there is none.</summary>
    public static string? Path
    {
        get
        {
            for (var folder = Repository.Root.Parent; folder is not null; folder = folder.Parent)
            {
                var candidate = System.IO.Path.Combine(folder.FullName, "shared", FileName);
                if (File.Exists(candidate))
                {
                    return candidate;
                }
            }

            return null;
        }
    }

    /// <summary>Why nothing can be compared, or null if something can.</summary>
    public static string? Obstacle =>
        Path is null ? $"shared/{FileName} is not beside the repository, so nothing is compared with it"
        : !File.Exists(OfflineAssembly.PathOf("Worker")) ? "this build uses the Azure packages themselves"
        : null;
}
