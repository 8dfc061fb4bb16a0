using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>The variables of one block, function call, or result of a step that binds variables, with those around it.</summary>
internal sealed class Frame(Frame? outer, Json?[] slots, Binding? bindings = null)
{
    /// <summary>Stands for undefined in a slot: an empty slot is a variable that is not bound yet, behind which one further out may show.</summary>
    private static readonly Json Undefined = JsonArray.Owning([], ArrayRole.Sequence);

    /// <summary>Stands for a variable that the scope does not have.</summary>
    public static readonly Json Unknown = JsonArray.Owning([], ArrayRole.Sequence);

    /// <summary>The frame around this one.</summary>
    public Frame? Outer { get; } = outer;

    /// <summary>The variables that were found when the expression was read.</summary>
    public Json?[] Slots { get; } = slots;

    /// <summary>The variables that steps of a path have bound.</summary>
    public Binding? Bindings { get; } = bindings;

    /// <summary>What to put into a slot for a value.</summary>
    public static Json Written(Json? value) => value ?? Undefined;

    /// <summary>The value of what is in a slot.</summary>
    public static Json? Read(Json slot) => ReferenceEquals(slot, Undefined) || ReferenceEquals(slot, Unknown) ? null : slot;

    /// <summary>The frame so many further out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Frame Out(int hops)
    {
        var frame = this;
        for (; hops > 0; hops--)
        {
            frame = frame.Outer!;
        }

        return frame;
    }
}
