using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>An order-by as a step, with the predicates that follow it.</summary>
internal sealed class SortStage(SortKeys keys, IReadOnlyList<Filter> filters) : PathStage
{
    /// <inheritdoc/>
    public override Results Of(Results contexts, bool isLast, Frame? frame, Evaluation evaluation)
    {
        var results = contexts.Count > 1 ? Sorted(contexts, frame, evaluation) : contexts;
        foreach (var filter in filters)
        {
            var left = filter.Of(results.AsItems(), frame, evaluation);
            results = left is JsonArray list ? (Sequences.IsSequence(list) ? Results.Many(list) : Results.Plain(list)) : Results.One(left);
        }

        return results;
    }

    private Results Sorted(Results contexts, Frame? frame, Evaluation evaluation)
    {
        var order = keys.Order(contexts.Count, i => (contexts[i], frame), evaluation);
        evaluation.BuildItems(order.Length);
        var items = new Json[order.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = contexts[order[i]]!;
        }

        return Results.Plain(JsonArray.Owning(items));
    }
}
