namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;

/// <summary>One parameter of a <see cref="Signature"/>.</summary>
/// <remarks>Types are the letters of the language: s, n, b, l (null), a, o, f, and m for what is missing.</remarks>
internal sealed record Parameter(string Types)
{
    /// <summary>Whether it is <c>a</c>: a value that is no list is made one.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether it takes type arguments: <c>a</c> or <c>f</c>.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>What the items of a list have to be: the text between the angle brackets.</summary>
    public string? ItemType { get; init; }

    /// <summary>Whether the context stands in for it where it is not given (<c>-</c>).</summary>
    public bool TakesContext { get; init; }

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it may be given several times (<c>+</c>).</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether it is left out rather than given, where both would do: <c>-?</c>.</summary>
    public bool IsReluctant { get; init; }
}
