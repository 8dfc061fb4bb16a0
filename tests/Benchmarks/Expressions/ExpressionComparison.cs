namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>One expression, measured under both implementations.</summary>
public sealed record ExpressionComparison(ExpressionCase Case, ExpressionCost Own, ExpressionCost JavaScript)
{
    /// <summary>How many times as many evaluations a second ours makes.</summary>
    public double EvaluationRatio => JavaScript.Evaluation / Own.Evaluation;

    /// <summary>The same for compiling and evaluating once.</summary>
    public double WholeRatio => JavaScript.Whole / Own.Whole;

    /// <summary>The geometric mean: a ratio of 2 and one of a half cancel out.</summary>
    public static double GeometricMean(IEnumerable<double> ratios) => Math.Exp(ratios.Average(Math.Log));
}
