using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>[a, b]</c>: lists among the values give their items, but for those that are written as lists themselves.</summary>
internal sealed class ListConstruction(IReadOnlyList<Operation> items, IReadOnlyList<bool> areLists, bool isStep) : Operation
{
    private readonly Operation[] items = [.. items];
    private readonly bool[] areLists = [.. areLists];

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var results = new ListBuilder(evaluation);
        for (var i = 0; i < items.Length; i++)
        {
            var value = items[i].Evaluate(input, frame, evaluation);
            if (areLists[i])
            {
                results.Add(value);
            }
            else
            {
                Sequences.AddTo(results, value);
            }
        }

        evaluation.Leave();
        return evaluation.Nested(isStep ? results.ToSequence(ArrayRole.Constructed) : results.ToArray());
    }
}
