using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>Evaluates a step for each context and puts the results together.</summary>
internal sealed class EachStage(PathStep step) : PathStage
{
    /// <inheritdoc/>
    public override Results Of(Results contexts, bool isLast, Frame? frame, Evaluation evaluation)
    {
        if (contexts.Count == 1)
        {
            return Lone(step.Of(contexts[0], frame, evaluation), isLast);
        }

        var results = new ListBuilder(evaluation);
        Json? first = null;
        var count = 0;
        evaluation.Step(contexts.Count);
        for (var i = 0; i < contexts.Count; i++)
        {
            if (step.Of(contexts[i], frame, evaluation) is not { } result)
            {
                continue;
            }

            first ??= result;
            count++;
            AddTo(results, result);
        }

        return count <= 1 ? Lone(first, isLast) : Results.Many(results.ToSequence());
    }

    private static Results Lone(Json? result, bool isLast)
    {
        if (result is not JsonArray list)
        {
            return result is null ? Results.None : Results.One(result);
        }

        if (isLast && !Sequences.IsSequence(list))
        {
            return Results.Plain(list);
        }

        if (ReferenceEquals(list, Sequences.LoneUndefined))
        {
            return Results.One(null);
        }

        return Sequences.IsConstructed(list) ? Results.One(list) : Results.Many(list);
    }

    private static void AddTo(ListBuilder results, Json result)
    {
        if (result is JsonArray list && !Sequences.IsConstructed(list))
        {
            results.AddRange(list.AsSpan());
        }
        else
        {
            results.Add(result);
        }
    }
}
