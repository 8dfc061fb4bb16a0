using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A variable that is looked for in the places where it may be bound by now, from the innermost outward.</summary>
internal sealed class PossibleVariable(IReadOnlyList<Place> places, Operation otherwise, bool keepsArray) : Operation
{
    private readonly Place[] places = [.. places];

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        foreach (var place in places)
        {
            if (place.In(frame!) is { } value)
            {
                return Sequences.Settled(Frame.Read(value), keepsArray);
            }
        }

        return otherwise.Evaluate(input, frame, evaluation);
    }
}
