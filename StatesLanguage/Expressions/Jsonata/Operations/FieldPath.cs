using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A path of nothing but fields, from the context or a variable, as most are: without a list on the way it is as many look-ups.</summary>
internal sealed class FieldPath(Operation? start, IReadOnlyList<string> names, PathWalk general) : Operation
{
    private readonly string[] names = [.. names];

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        evaluation.Leave();
        var value = start is null ? input : start.Evaluate(input, frame, evaluation);
        foreach (var name in names)
        {
            if (value is JsonArray)
            {
                return general.Evaluate(input, frame, evaluation);
            }

            if (value is not JsonObject members || !members.TryGet(name, out value))
            {
                return null;
            }
        }

        return value!.IsUnsettled ? general.Evaluate(input, frame, evaluation) : value;
    }
}
