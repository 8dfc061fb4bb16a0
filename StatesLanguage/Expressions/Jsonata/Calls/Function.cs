using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A function as a value: it lives as long as one evaluation, and never leaves it.</summary>
/// <remarks>It is a <see cref="Json"/> so that lists and objects can hold it; as such it has no text and equals only itself.</remarks>
internal abstract class Function : Json
{
    /// <inheritdoc/>
    protected Function()
        : base(isUnsettled: true)
    {
    }

    /// <summary>A function is none of the six kinds; ask with <c>is Function</c>.</summary>
    public override JsonKind Kind => throw new InvalidOperationException("A function is no JSON value.");

    /// <inheritdoc/>
    public override int Utf8Length => 2;

    /// <summary>How many arguments the function takes. Higher-order functions hand over no more than these (a value, then its index, then the whole).</summary>
    public abstract int Arity { get; }

    /// <summary>Calls it. Arguments that are missing are undefined.</summary>
    /// <param name="evaluation">The evaluation under way.</param>
    /// <param name="input">The context (<c>$</c>) at the place of the call, undefined from within a higher-order function.</param>
    /// <param name="arguments">What was given, before the signature has had its say.</param>
    public abstract Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments);

    /// <inheritdoc/>
    public sealed override bool Equals(Json? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    internal sealed override int Write(Span<byte> target)
    {
        "\"\""u8.CopyTo(target);
        return 2;
    }
}
