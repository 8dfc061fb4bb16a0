using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Reports;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Facts;

/// <summary>What has been met stays met.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public void Every_case_of_the_projects_own_set_is_met()
    {
        var scores = new ConformanceRun(Scorers.All).Score(CorpusFolder.Own);

        Assert.NotEmpty(scores);
        Assert.Empty(scores.SelectMany(score => score.Cases).Where(scored => !scored.IsMet).Select(Told));
    }

    [Fact]
    public void No_case_that_was_met_falls_out_and_none_is_unmet_without_a_reason_nor_a_reason_without_a_case()
    {
        // The corpora from outside are not part of the repository; without them the project's own set has to do.
        if (CorpusFolder.Shared is not { } shared)
        {
            return;
        }

        var list = new MetList(OwnFiles.MetLists);
        var reasons = Reasons.Parse(File.ReadAllText(OwnFiles.Reasons));
        var scores = new ConformanceRun(Scorers.All).Score(shared);

        Assert.Empty(scores.SelectMany(list.FallenOut).Select(Told));
        Assert.Empty(scores.SelectMany(score => score.Cases).Where(scored => scored.Verdict is Verdict.NotMet && reasons.Of(scored) is null).Select(Told));
        Assert.Empty(reasons.Unused(scores));
    }

    [Fact]
    public void The_page_of_coverage_counts_as_the_lists_of_met_cases_do()
    {
        var page = File.ReadAllText(OwnFiles.CoveragePage);
        var list = new MetList(OwnFiles.MetLists);

        Assert.Equal(
            CorpusFolder.Names.ToDictionary(corpus => corpus, corpus => (int?)list.Read(corpus).Count),
            CorpusFolder.Names.ToDictionary(corpus => corpus, corpus => CoveragePage.MetOn(page, corpus)));
    }

    [Fact]
    public void The_lists_of_met_cases_are_sorted_and_name_each_case_once()
    {
        var list = new MetList(OwnFiles.MetLists);

        Assert.All(CorpusFolder.Names, corpus => Assert.Equal(list.Read(corpus).Distinct().Order(StringComparer.Ordinal), list.Read(corpus)));
    }

    private static string Told(ScoredCase scored) => $"{scored.Case.Corpus} {scored.Case.Id}: {scored.Verdict.Summary}";
}
