using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Two functions put one behind the other by <c>~></c>: the second is applied to what the first comes to.</summary>
internal sealed class Composition(Function first, Function second) : Function
{
    /// <inheritdoc/>
    public override int Arity => 1;

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments) =>
        evaluation.Call(second, Sequences.Settled(evaluation.Call(first, arguments.Length > 0 ? arguments[0] : null), keepsArray: false));
}
