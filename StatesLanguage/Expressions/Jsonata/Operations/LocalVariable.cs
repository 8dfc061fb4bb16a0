using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A variable that is certainly bound in its slot: a parameter.</summary>
internal sealed class LocalVariable(int hops, int slot, bool keepsArray) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation) =>
        frame!.Out(hops).Slots[slot] is { } value ? Sequences.Settled(Frame.Read(value), keepsArray) : null;
}
