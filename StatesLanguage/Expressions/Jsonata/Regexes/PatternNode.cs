namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>A part of a regular expression.</summary>
internal abstract record PatternNode
{
    private PatternNode() { }

    /// <summary>One character of a set.</summary>
    public sealed record One(CharacterSet Set) : PatternNode;

    /// <summary>Parts that follow each other; none match the empty text.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>The first part that lets the rest match.</summary>
    public sealed record Choice(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>A part whose text is remembered under a number, counted from 1.</summary>
    public sealed record Capture(int Group, PatternNode Body) : PatternNode;

    /// <summary>A part so and so often. Without <paramref name="Max"/> there is no bound.</summary>
    public sealed record Repeat(PatternNode Body, int Min, int? Max, bool Lazy, GroupSpan Groups) : PatternNode;

    /// <summary>The start of the text, or of a line.</summary>
    public sealed record Start : PatternNode;

    /// <summary>The end of the text, or of a line.</summary>
    public sealed record End : PatternNode;

    /// <summary>A place between a word character and another, or one that is not.</summary>
    public sealed record WordBoundary(bool Negated) : PatternNode;

    /// <summary>The text that a group has matched last; the empty text if it has matched none.</summary>
    public sealed record BackReference(int Group) : PatternNode;

    /// <summary>Whether a part matches ahead of a place or behind it; takes up no text.</summary>
    public sealed record Look(PatternNode Body, bool Behind, bool Negated) : PatternNode;
}
