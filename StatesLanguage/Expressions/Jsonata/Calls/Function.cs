using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A function as a value.</summary>
internal abstract class Function : Opaque
{
    /// <summary>How many arguments the function takes. Higher-order functions hand over no more than these (a value, then its index, then the whole).</summary>
    public abstract int Arity { get; }

    /// <summary>Whether the context stands in for an argument that is not given.</summary>
    public virtual bool TakesContext => false;

    /// <summary>Calls it. Arguments that are missing are undefined.</summary>
    /// <param name="evaluation">The evaluation under way.</param>
    /// <param name="input">The context (<c>$</c>) at the place of the call; null, the value, from within a higher-order function.</param>
    /// <param name="arguments">What was given, before the signature has had its say.</param>
    public abstract Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments);

    /// <summary>Calls it with arguments that no signature looks at: those of a partial application.</summary>
    public virtual Json? ApplyUnchecked(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Apply(evaluation, Json.Null, arguments);
}
