using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>Expressions one after the other; the last is the value.</summary>
internal sealed class Block(IReadOnlyList<Operation> expressions, int slots) : Operation
{
    private readonly Operation[] expressions = [.. expressions];

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var own = slots == 0 ? frame : new Frame(frame, new Json?[slots]);
        Json? result = null;
        foreach (var expression in expressions)
        {
            result = expression.Evaluate(input, own, evaluation);
        }

        evaluation.Leave();
        return result;
    }
}
