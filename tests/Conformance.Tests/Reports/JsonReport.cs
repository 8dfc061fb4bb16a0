using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>The scores for programs: <c>{corpus: {category: {met, total, unmet}}}</c>.</summary>
public static class JsonReport
{
    /// <summary>The report.</summary>
    public static JsonObject Of(IEnumerable<CorpusScore> scores) =>
        JsonObject.Of(scores.Select(score => KeyValuePair.Create(score.Corpus, Of(score))));

    private static Json Of(CorpusScore score) =>
        JsonObject.Of(score.Categories.Select(category => KeyValuePair.Create(category.Category, Of(category))));

    private static Json Of(CategoryScore category) => JsonObject.Of(
        ("met", Json.Of(category.Met)),
        ("total", Json.Of(category.Cases.Count)),
        ("unmet", JsonArray.Of(category.UnmetIds.Select(Json.Of))));
}
