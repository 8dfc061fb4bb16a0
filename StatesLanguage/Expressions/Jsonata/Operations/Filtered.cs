using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A value that is no path, with the predicates and the grouping that follow it.</summary>
internal sealed class Filtered(Operation value, IReadOnlyList<Filter> filters, Groups? groups, bool keepsArray) : Operation
{
    private readonly Filter[] filters = [.. filters];

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var result = value.Evaluate(input, frame, evaluation);
        foreach (var filter in filters)
        {
            result = filter.Of(result, frame, evaluation);
        }

        if (keepsArray && filters.Length > 0 && result is not (null or JsonArray))
        {
            result = JsonArray.Owning([result], ArrayRole.Sequence);
        }

        if (groups is not null)
        {
            result = groups.Of(result, frame, evaluation);
        }

        evaluation.Leave();
        return Sequences.Settled(result, keepsArray);
    }
}
