namespace TaskOrchestration.Domain.Values;

/// <summary>What a collection expression calls to make a <see cref="ValueList{T}"/>.</summary>
public static class ValueListBuilder
{
    /// <summary>A list of a copy of the items.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
