using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>$x := a</c>.</summary>
internal sealed class Assignment(int slot, Operation value) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var result = value.Evaluate(input, frame, evaluation);
        frame!.Slots[slot] = Frame.Written(result);
        evaluation.Leave();
        return result;
    }
}
