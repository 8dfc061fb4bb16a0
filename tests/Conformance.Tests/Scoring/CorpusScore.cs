namespace TaskOrchestration.Conformance.Tests.Scoring;

/// <summary>The verdicts on one corpus.</summary>
public sealed record CorpusScore(string Corpus, IReadOnlyList<ScoredCase> Cases)
{
    /// <summary>Each category's cases; rows with a colon and a number (<c>tier:1</c>) come last.</summary>
    public IReadOnlyList<CategoryScore> Categories =>
    [
        .. Cases
            .SelectMany(scored => scored.Categories, (scored, category) => (scored, category))
            .GroupBy(pair => pair.category, pair => pair.scored)
            .OrderBy(group => group.Key.StartsWith("tier:", StringComparison.Ordinal))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CategoryScore(group.Key, [.. group])),
    ];

    /// <summary>The ids of the met cases, sorted.</summary>
    public IReadOnlyList<string> MetIds => [.. Cases.Where(scored => scored.IsMet).Select(scored => scored.Case.Id).Order(StringComparer.Ordinal)];
}
