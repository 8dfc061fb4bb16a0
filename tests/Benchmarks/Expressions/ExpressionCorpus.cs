using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>The expressions that are compared: the corpus beside the repository where there is one, else the project's own small set.</summary>
public static class ExpressionCorpus
{
    /// <summary>The expressions of all files, in their order.</summary>
    public static IReadOnlyList<ExpressionCase> Read() =>
        [.. Directory.EnumerateFiles(Folder(), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => ExpressionCase.Read((JsonObject)Json.Parse(line))).OfType<ExpressionCase>()];

    private static string Folder()
    {
        for (var folder = Repository.Root.Parent; folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "corpus", "jsonata");
            if (Directory.Exists(shared))
            {
                return shared;
            }
        }

        return Repository.PathOf("tests", "Conformance.Tests", "corpus", "jsonata");
    }
}
