namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>A part of a picture for dates and times.</summary>
internal abstract record MomentPart
{
    private MomentPart() { }

    /// <summary>Text that stands for itself.</summary>
    public sealed record Literal(string Text) : MomentPart;

    /// <summary>A component of the moment in brackets: <c>[Y0001]</c>.</summary>
    /// <param name="Specifier">Which component: <c>Y</c>, <c>M</c>, <c>D</c> …</param>
    public sealed record Component(char Specifier) : MomentPart
    {
        /// <summary>How it is written as a name, if it is.</summary>
        public WordStyle? Names { get; init; }

        /// <summary>How it is written as a number, if it is.</summary>
        public IntegerPicture? Number { get; init; }

        /// <summary>How many characters of a name are written.</summary>
        public int? MaxWidth { get; init; }

        /// <summary>How many digits of a year are written, counted from the right; null for all.</summary>
        public int? YearDigits { get; init; }

        /// <summary>Whether an offset of nought is written <c>Z</c>.</summary>
        public bool IsZuluAllowed { get; init; }
    }
}
