using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A field of the context.</summary>
internal sealed class Field(string name, bool keepsArray) : Operation
{
    /// <summary>The field's name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether a lone result stays a list.</summary>
    public bool KeepsArray { get; } = keepsArray;

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation) =>
        Sequences.Settled(Sequences.Field(evaluation, input, Name), KeepsArray);
}
