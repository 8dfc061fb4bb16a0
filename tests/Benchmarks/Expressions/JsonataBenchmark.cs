using TaskOrchestration.Support;

namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>How fast JSONata expressions are evaluated, beside the JavaScript implementation: the same expressions, one process each, one after the other.</summary>
/// <remarks>The page with every expression is left in <c>artifacts/bench-jsonata/table.md</c>.</remarks>
public sealed class JsonataBenchmark : IBenchmark
{
    /// <summary>What ours must be times as fast as.</summary>
    private const double Wanted = 3;

    /// <inheritdoc/>
    public string Subject => "jsonata";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var cases = ExpressionCorpus.Read();
        var javaScript = await JavaScriptTimer.MeasureAsync(cases, cancellationToken);
        var own = OwnTimer.Measure(cases, cancellationToken);
        var both = cases.Where(@case => own.ContainsKey(@case.Id) && javaScript.ContainsKey(@case.Id))
            .Select(@case => new ExpressionComparison(@case, own[@case.Id], javaScript[@case.Id]))
            .ToList();

        await using (var page = new StreamWriter(Repository.PathOf("artifacts", "bench-jsonata", "table.md")))
        {
            ExpressionTable.Write(page, both);
        }

        measurements.Add("jsonata_expressions", both.Count);
        measurements.Add("jsonata_ratio", ExpressionComparison.GeometricMean(both.Select(comparison => comparison.EvaluationRatio)));
        measurements.Add("jsonata_whole_ratio", ExpressionComparison.GeometricMean(both.Select(comparison => comparison.WholeRatio)));
        measurements.Add("jsonata_share", (double)both.Count(comparison => comparison.EvaluationRatio >= Wanted) / both.Count);
        measurements.Add("jsonata_least_ratio", both.Min(comparison => comparison.EvaluationRatio));
    }
}
