using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A path: the results of each step are the contexts of the next.</summary>
internal sealed class PathWalk(IReadOnlyList<PathStage> stages, Groups? groups, bool keepsArray, bool keepsStepArray) : Operation
{
    private readonly PathStage[] stages = [.. stages];

    /// <summary>Whether the path starts at a variable, so that a list as context is not gone through.</summary>
    public bool StartsAtVariable { get; init; }

    /// <summary>Whether the path starts with a list written out, which is evaluated once, whatever the context.</summary>
    public Operation? StartsWithList { get; init; }

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var results = Walk(input, frame, evaluation);
        var value = groups is null ? results.Settled(keepsArray, keepsStepArray) : groups.Of(results.AsItems(), frame, evaluation);
        evaluation.Leave();
        return value;
    }

    /// <summary>The results of the last step.</summary>
    public Results Walk(Json? input, Frame? frame, Evaluation evaluation)
    {
        var results = input is JsonArray list && !StartsAtVariable ? Results.Many(list) : Results.One(input);
        if (StartsWithList is not null)
        {
            results = StartsWithList.Evaluate(results.AsItems(), frame, evaluation) is JsonArray written ? Results.Plain(written) : Results.None;
            if (results.IsEmpty)
            {
                return results;
            }
        }

        for (var i = 0; i < stages.Length; i++)
        {
            results = stages[i].Of(results, i == stages.Length - 1 && IsWhole, frame, evaluation);
            if (results.IsEmpty)
            {
                break;
            }
        }

        return results;
    }

    /// <summary>Whether these are all the steps; else steps that bind variables follow.</summary>
    public bool IsWhole { get; init; } = true;
}
