using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Something that only an evaluation under way has as a value. It never leaves it.</summary>
/// <remarks>It is a <see cref="Json"/> so that lists and objects can hold it; as such its text is empty and it equals only itself.</remarks>
internal abstract class Opaque() : Json(isUnsettled: true)
{
    /// <summary>It is none of the six kinds: ask for the type instead.</summary>
    public sealed override JsonKind Kind => throw new InvalidOperationException($"A {GetType().Name} is no JSON value.");

    /// <inheritdoc/>
    public sealed override int Utf8Length => 2;

    /// <inheritdoc/>
    public sealed override bool Equals(Json? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    internal sealed override int Write(Span<byte> target)
    {
        "\"\""u8.CopyTo(target);
        return 2;
    }
}
