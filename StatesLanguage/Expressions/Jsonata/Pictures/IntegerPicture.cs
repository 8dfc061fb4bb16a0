namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>How a whole number is written: digits, words, Roman numerals or letters.</summary>
/// <seealso href="https://www.w3.org/TR/xpath-functions-31/#func-format-integer">fn:format-integer, whose pictures these are</seealso>
internal abstract class IntegerPicture
{
    /// <summary>A regular expression for the texts that this picture writes.</summary>
    public abstract string Expression { get; }

    /// <summary>Reads a picture: its format, and after a last semicolon <c>o</c> for ordinals (first, second).</summary>
    public static IntegerPicture Parse(string picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var semicolon = picture.LastIndexOf(';');
        var format = semicolon < 0 ? picture : picture[..semicolon];
        var isOrdinal = semicolon >= 0 && picture.AsSpan(semicolon + 1).StartsWith("o");
        return format switch
        {
            "A" => new LettersPicture(isUpper: true),
            "a" => new LettersPicture(isUpper: false),
            "I" => new RomanPicture(isUpper: true),
            "i" => new RomanPicture(isUpper: false),
            "W" => new WordsPicture(WordStyle.Upper, isOrdinal),
            "w" => new WordsPicture(WordStyle.Lower, isOrdinal),
            "Ww" => new WordsPicture(WordStyle.Title, isOrdinal),
            _ => DigitsPicture.TryParse(format, isOrdinal) ?? (IntegerPicture)new SequencePicture(format),
        };
    }

    /// <summary>The number, which is whole (or NaN), as text.</summary>
    public string Format(double whole) => whole < 0 ? $"-{FormatMagnitude(-whole)}" : FormatMagnitude(whole);

    /// <summary>The number that a text in this picture means; NaN where it means none.</summary>
    public abstract double Read(string text);

    /// <summary>The number, which is not negative, as text.</summary>
    protected abstract string FormatMagnitude(double whole);
}
