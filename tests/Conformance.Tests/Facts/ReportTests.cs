using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Reports;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class ReportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conformance").FullName;

    private static CorpusScore Score { get; } = new("aws",
    [
        Scored("b", Verdict.Met),
        Scored("a", Verdict.Met),
        Scored("c", new Verdict.NotMet("expected 1, got 2")),
        Scored("d", new Verdict.NotApplicableYet("JSONata")),
        Scored("e", new Verdict.NotMet("expected 3, got 4")),
    ]);

    [Fact]
    public void Counts_what_is_not_applicable_yet_as_unmet()
    {
        Assert.Equal(
            Json.Parse("""{"aws":{"map":{"met":2,"total":5,"unmet":["c","d","e"]},"tier:1":{"met":2,"total":5,"unmet":["c","d","e"]}}}"""),
            JsonReport.Of([Score]));
    }

    [Fact]
    public void Keeps_the_met_ids_sorted()
    {
        new MetList(folder).Write(Score);

        Assert.Equal("a\nb\n", File.ReadAllText(Path.Combine(folder, "aws.txt")));
    }

    [Fact]
    public void Tells_which_cases_fell_out()
    {
        File.WriteAllText(Path.Combine(folder, "aws.txt"), "a\nc\nd\nf\n");

        Assert.Equal(["c", "d"], new MetList(folder).FallenOut(Score).Select(scored => scored.Case.Id));
        Assert.Equal(["f"], new MetList(folder).Unknown(Score));
    }

    [Fact]
    public void Says_on_the_page_what_is_met_and_why_the_rest_is_not()
    {
        var page = CoveragePage.Of([Score], Reasons.Parse("aws\te\tgot 4\tAnother way to count.\n"));

        Assert.Equal(2, CoveragePage.MetOn(page, "aws"));
        Assert.Contains("| `map` | 2 | 2 | 1 | 5 |\n", page, StringComparison.Ordinal);
        Assert.Contains("- 1: JSONata\n", page, StringComparison.Ordinal);
        Assert.Contains("\nAnother way to count.\n\n- `e`\n", page, StringComparison.Ordinal);
        Assert.Contains("- `c`: `expected 1, got 2`\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_which_reasons_nobody_needs() =>
        Assert.Equal(
            ["aws\te\tgot 5\tUnneeded."],
            Reasons.Parse("aws\te\tgot 4\tNeeded.\naws\te\tgot 5\tUnneeded.\ninterp\t\t\tNot run.\n").Unused([Score]));

    [Fact]
    public void Counts_a_case_with_a_reason_only_where_the_goal_takes_reasons()
    {
        var reasons = Reasons.Parse("aws\te\tgot 4\tAnother way to count.\n");

        Assert.Equal(0.4, new Goal("aws", "all", 0.5).Of([Score], reasons)!.Share);
        Assert.True(new Goal("aws", "all", 0.6) { TakesReasons = true }.Of([Score], reasons)!.IsReached);
        Assert.Null(new Goal("interp", "all", 0.5).Of([Score], reasons));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static ScoredCase Scored(string id, Verdict verdict) => new(new Case("aws", id, JsonObject.Empty), ["map", "tier:1"], verdict);
}
