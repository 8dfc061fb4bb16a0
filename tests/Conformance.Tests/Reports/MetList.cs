using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>The committed lists of cases that have been met once and must stay met.</summary>
public sealed class MetList(string folder)
{
    /// <summary>The ids kept for a corpus; none if there is no list.</summary>
    public IReadOnlyList<string> Read(string corpus)
    {
        var file = FileOf(corpus);
        return File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0)] : [];
    }

    /// <summary>Keeps what is met now.</summary>
    public void Write(CorpusScore score)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(FileOf(score.Corpus), string.Concat(score.MetIds.Select(id => id + "\n")));
    }

    /// <summary>The cases of the list that were run and are no longer met.</summary>
    public IReadOnlyList<ScoredCase> FallenOut(CorpusScore score)
    {
        var kept = Read(score.Corpus).ToHashSet(StringComparer.Ordinal);
        return [.. score.Cases.Where(scored => !scored.IsMet && kept.Contains(scored.Case.Id))];
    }

    /// <summary>The ids of the list that the corpus no longer has.</summary>
    public IReadOnlyList<string> Unknown(CorpusScore score) =>
        [.. Read(score.Corpus).Except(score.Cases.Select(scored => scored.Case.Id), StringComparer.Ordinal)];

    private string FileOf(string corpus) => Path.Combine(folder, corpus + ".txt");
}
