namespace TaskOrchestration.Conformance.Tests;

/// <summary>Where the repository's own files are, seen from the built program.</summary>
public static class Repository
{
    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the lists of met cases.</summary>
    public static string MetLists => Path.Combine(Root, "tests", "Conformance.Tests", "met");

    /// <summary>The page that says what is covered.</summary>
    public static string CoveragePage => Path.Combine(Root, "docs", "spec-coverage.md");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TaskOrchestration.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"expected to run from within the repository, but no folder above {AppContext.BaseDirectory} holds TaskOrchestration.sln");
    }
}
