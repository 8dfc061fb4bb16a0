using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;

/// <summary>An expression ready to be evaluated.</summary>
/// <param name="Root">What it comes to.</param>
/// <param name="Externals">How many variables may be asked of the scope.</param>
/// <param name="References">What it uses from outside.</param>
internal sealed record CompiledExpression(Operation Root, int Externals, IReadOnlyList<JsonataReference> References);
