using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>The scores for people: a row for each category and one for each corpus as a whole.</summary>
public static class TableReport
{
    /// <summary>Writes the table.</summary>
    public static void Write(IEnumerable<CorpusScore> scores, TextWriter output)
    {
        foreach (var score in scores)
        {
            output.WriteLine($"{score.Corpus,-30}{"met",7}{"not met",9}{"not yet",9}{"total",8}");
            foreach (var category in score.Categories)
            {
                WriteRow(output, "  " + category.Category, category);
            }

            WriteRow(output, "  all", new CategoryScore("all", score.Cases));
            output.WriteLine();
        }
    }

    private static void WriteRow(TextWriter output, string name, CategoryScore row) =>
        output.WriteLine($"{name,-30}{row.Met,7}{row.NotMet,9}{row.NotApplicableYet,9}{row.Cases.Count,8}");
}
