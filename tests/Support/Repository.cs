namespace TaskOrchestration.Support;

/// <summary>The repository that the running tests were built from.</summary>
public static class Repository
{
    private static readonly HashSet<string> NotSources = ["bin", "obj", "artifacts", "node_modules", "TestResults"];

    /// <summary>Its top folder.</summary>
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>A file or folder in it.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root.FullName, .. parts]);

    /// <summary>Every file that belongs to it, as a path from the top with forward slashes; what builds and runs leave behind does not belong.</summary>
    public static IEnumerable<string> Files() =>
        FilesUnder(Root).Select(file => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TaskOrchestration.sln")))
        {
            folder = folder.Parent;
        }

        return folder ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds TaskOrchestration.sln.");
    }

    private static IEnumerable<FileInfo> FilesUnder(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => file.Name != ".git")
            .Concat(folder.EnumerateDirectories().Where(IsOfSources).SelectMany(FilesUnder));

    private static bool IsOfSources(DirectoryInfo folder) =>
        !NotSources.Contains(folder.Name) && (!folder.Name.StartsWith('.') || folder.Name is ".ci" or ".github");
}
