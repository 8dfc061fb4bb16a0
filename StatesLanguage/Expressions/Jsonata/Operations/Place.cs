using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>Where a variable may be: a slot, or a binding of a path's step, in a frame so many further out.</summary>
/// <param name="Hops">How many frames further out.</param>
/// <param name="Slot">Which slot; negative for a binding.</param>
/// <param name="Label">The name of the variable.</param>
internal sealed record Place(int Hops, int Slot, string Label)
{
    /// <summary>What is in this place, null while nothing is; a value must be read with <see cref="Frame.Read"/>.</summary>
    public Json? In(Frame frame)
    {
        var there = frame.Out(Hops);
        return Slot >= 0 ? there.Slots[Slot] : there.Bindings?.Find(Label) is { } binding ? Frame.Written(binding.Value) : null;
    }
}
