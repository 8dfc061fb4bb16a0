namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>The comparison as a page: a line for each group, then one for each expression.</summary>
public static class ExpressionTable
{
    private const int ShownOfExpression = 70;

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<ExpressionComparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"Times as many evaluations a second as {JavaScriptTimer.Package}, geometric means\n");
        writer.WriteLine("| group | expressions | evaluate | parse and evaluate |");
        writer.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var group in comparisons.GroupBy(comparison => comparison.Case.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            WriteMeans(writer, group.Key, [.. group]);
        }

        WriteMeans(writer, "**all**", comparisons);
        writer.WriteLine("\n| expression | ours, µs | JavaScript, µs | evaluate | parse and evaluate |");
        writer.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var comparison in comparisons.OrderBy(comparison => comparison.EvaluationRatio))
        {
            writer.WriteLine(
                $"| `{Shown(comparison.Case.Text)}` ({comparison.Case.Id}) | {Microseconds(comparison.Own)} | {Microseconds(comparison.JavaScript)} | {comparison.EvaluationRatio:0.0} | {comparison.WholeRatio:0.0} |");
        }
    }

    private static void WriteMeans(TextWriter writer, string name, IReadOnlyList<ExpressionComparison> comparisons)
    {
        var evaluation = ExpressionComparison.GeometricMean(comparisons.Select(comparison => comparison.EvaluationRatio));
        var whole = ExpressionComparison.GeometricMean(comparisons.Select(comparison => comparison.WholeRatio));
        writer.WriteLine($"| {name} | {comparisons.Count} | {evaluation:0.0} | {whole:0.0} |");
    }

    private static string Shown(string expression)
    {
        var line = string.Join(' ', expression.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal).Replace('`', '\'');
        return line.Length <= ShownOfExpression ? line : $"{line[..ShownOfExpression]}…";
    }

    private static string Microseconds(ExpressionCost cost) => $"{cost.Evaluation * 1e6:0.00}";
}
