using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Conformance.Tests.Corpora;

/// <summary>A folder with one sub-folder a corpus, each of JSON-lines files.</summary>
public sealed class CorpusFolder(string path)
{
    /// <summary>The corpora there can be, in the order of reports.</summary>
    public static readonly IReadOnlyList<string> Names = ["aws", "jsonpath", "validation", "realworld", "realworld-runs", "interp", "jsonata"];

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>The project's own small set, which is always there.</summary>
    public static CorpusFolder Own => new(OwnFiles.Corpus);

    /// <summary>The corpora from outside: <c>shared/corpus</c> beside the repository or further up; null where there are none.</summary>
    public static CorpusFolder? Shared
    {
        get
        {
            for (var folder = Repository.Root.Parent; folder is not null; folder = folder.Parent)
            {
                var candidate = System.IO.Path.Combine(folder.FullName, "shared", "corpus");
                if (Directory.Exists(candidate))
                {
                    return new CorpusFolder(candidate);
                }
            }

            return null;
        }
    }

    /// <summary>The cases of one corpus, in the order of the files; none if the folder is missing.</summary>
    /// <exception cref="InvalidDataException">A line is not a JSON object with an id.</exception>
    public IReadOnlyList<Case> Read(string corpus)
    {
        var folder = System.IO.Path.Combine(Path, corpus);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(file => ReadFile(corpus, file))]
            : [];
    }

    private static IEnumerable<Case> ReadFile(string corpus, string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(corpus, line, $"{file}:{number}");
            }
        }
    }

    private static Case ReadLine(string corpus, string line, string place)
    {
        try
        {
            return Json.Parse(line) is JsonObject body && body.Text("id") is { } id
                ? new Case(corpus, id, body)
                : throw new InvalidDataException($"{place}: expected a JSON object with an id");
        }
        catch (JsonSyntaxException e)
        {
            throw new InvalidDataException($"{place}: {e.Message}", e);
        }
    }
}
