using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A step of a path that binds nothing: a field, or any other part, with the predicates that follow.</summary>
internal sealed class PathStep(Operation value, string? field, IReadOnlyList<Filter> filters)
{
    private readonly Filter[] filters = [.. filters];

    /// <summary>What comes to the results of the step for one item; null where there are none.</summary>
    public Json? Of(Json? item, Frame? frame, Evaluation evaluation)
    {
        var result = field is null ? value.Evaluate(item, frame, evaluation)
            : item is JsonObject members ? Sequences.Settled(members[field], keepsArray: false)
            : item is JsonArray ? Sequences.Settled(Sequences.Field(evaluation, item, field), keepsArray: false)
            : null;
        foreach (var filter in filters)
        {
            result = filter.Of(result, frame, evaluation);
        }

        return result;
    }
}
