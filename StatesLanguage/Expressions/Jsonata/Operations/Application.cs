using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>a ~> f</c>: a function applied to a value, or two functions put one behind the other.</summary>
internal sealed class Application(Operation left, Operation right, bool keepsArray, int position) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var value = left.Evaluate(input, frame, evaluation);
        var result = right is Call call
            ? call.EvaluateWith(value, input, frame, evaluation)
            : Applied(value, right.Evaluate(input, frame, evaluation), evaluation);
        evaluation.Leave();
        return Sequences.Settled(result, keepsArray);
    }

    private Json? Applied(Json? value, Json? target, Evaluation evaluation)
    {
        if (target is not Function function)
        {
            throw new JsonataFailure("T2006") { Value = target, Position = position };
        }

        return value is Function first ? new Composition(first, function) : evaluation.Nested(function.Apply(evaluation, Json.Null, [value]));
    }
}
