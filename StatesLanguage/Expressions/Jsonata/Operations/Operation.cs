using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A part of an expression, ready to be evaluated: names are looked up, variables have their places.</summary>
internal abstract class Operation
{
    /// <summary>The value for a context, null being undefined.</summary>
    /// <param name="input">The context: <c>$</c>.</param>
    /// <param name="frame">The variables of the expression that are in scope, null where there are none.</param>
    /// <param name="evaluation">The evaluation under way.</param>
    public abstract Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation);
}
