namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>What an expression costs.</summary>
/// <param name="Evaluation">Seconds for one evaluation of the expression once it is compiled.</param>
/// <param name="Whole">Seconds for compiling it and evaluating it once.</param>
public sealed record ExpressionCost(double Evaluation, double Whole);
