using TaskOrchestration.Support;

namespace TaskOrchestration.Conformance.Tests;

/// <summary>Files of the repository that this project reads and writes.</summary>
public static class OwnFiles
{
    /// <summary>The folder of the lists of met cases.</summary>
    public static string MetLists => Repository.PathOf("tests", "Conformance.Tests", "met");

    /// <summary>The folder of the project's own small set of cases.</summary>
    public static string Corpus => Repository.PathOf("tests", "Conformance.Tests", "corpus");

    /// <summary>Why some cases are not met.</summary>
    public static string Reasons => Repository.PathOf("tests", "Conformance.Tests", "reasons.txt");

    /// <summary>The page that says what is covered.</summary>
    public static string CoveragePage => Repository.PathOf("docs", "spec-coverage.md");
}
