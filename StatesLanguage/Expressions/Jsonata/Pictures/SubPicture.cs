using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>One of the up to two parts of a picture for decimal numbers: the one for positive numbers, or the one for negative ones.</summary>
internal sealed class SubPicture
{
    private readonly DecimalSymbols symbols;

    /// <summary>Takes a part of a picture apart.</summary>
    /// <exception cref="JsonataFailure">It has no part that a number goes in.</exception>
    public SubPicture(string text, DecimalSymbols symbols, JsonataDialect dialect)
    {
        Text = text;
        this.symbols = symbols;
        var first = text.AsSpan().ToArray().TakeWhile(c => !IsForm(c)).Count();
        var last = text.Length - text.Reverse().TakeWhile(c => !IsForm(c)).Count();
        if (first == text.Length)
        {
            // 2.0.6 fails there without a code of its own; later editions find the rule that is broken.
            (first, last) = dialect == JsonataDialect.Jsonata22 ? (0, text.Length) : throw new JsonataFailure(null) { Text = "The picture string has no digit" };
        }

        Prefix = text[..first];
        Suffix = text[last..];
        Active = text[first..last];
        var exponentAt = text.IndexOf(symbols.ExponentSeparator, first, StringComparison.Ordinal);
        if (exponentAt < 0 || exponentAt > last)
        {
            Mantissa = Active;
        }
        else
        {
            // The place is counted from the start of the whole, prefix included, as the language's own implementation does.
            Mantissa = Active[..Math.Min(exponentAt, Active.Length)];
            Exponent = Active[Math.Min(exponentAt + 1, Active.Length)..];
        }

        var pointAt = Mantissa.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        Integer = pointAt < 0 ? Mantissa : Mantissa[..pointAt];
        Fraction = pointAt < 0 ? Suffix : Mantissa[(pointAt + 1)..];
    }

    public string Text { get; }

    /// <summary>What stands before the number.</summary>
    public string Prefix { get; init; }

    /// <summary>What stands after it.</summary>
    public string Suffix { get; }

    /// <summary>The number's form.</summary>
    public string Active { get; }

    public string Mantissa { get; }

    public string Integer { get; }

    public string Fraction { get; }

    /// <summary>What follows the exponent's sign; null without one.</summary>
    public string? Exponent { get; }

    /// <summary>How many digits of the exponent are written at least; 0 without an exponent.</summary>
    public int ExponentDigits => Exponent?.Count(symbols.IsDigit) ?? 0;

    /// <summary>How many digits there are before the point of a number with an exponent.</summary>
    public int ScalingDigits => Integer.Count(symbols.IsDigit);

    /// <summary>How many digits before and after the point are written at least, and how many after it at most.</summary>
    public (int Integer, int Fraction, int MaxFraction) Digits()
    {
        var integer = ScalingDigits;
        var fraction = Fraction.Count(symbols.IsDigit);
        var maxFraction = Fraction.Count(symbols.IsDigitOrOptional);
        if (integer == 0 && maxFraction == 0)
        {
            (integer, fraction, maxFraction) = Exponent is null ? (1, fraction, maxFraction) : (0, 1, 1);
        }

        if (Exponent is not null && integer == 0 && symbols.OptionalDigit.Length > 0 && Integer.Contains(symbols.OptionalDigit, StringComparison.Ordinal))
        {
            integer = 1;
        }

        return integer == 0 && fraction == 0 ? (integer, 1, maxFraction) : (integer, fraction, maxFraction);
    }

    /// <summary>How many digits stand right of each separator before the point.</summary>
    public List<int> IntegerGroupings() => Groupings(at => Integer[at..]);

    /// <summary>How many digits stand left of each separator after the point.</summary>
    /// <remarks>Beyond the first, separators are looked for before the point, as the language's own implementation does.</remarks>
    public List<int> FractionGroupings()
    {
        var at = Fraction.IndexOf(symbols.GroupingSeparator, StringComparison.Ordinal);
        return at < 0 ? [] : Groupings(place => Fraction[..Math.Min(place, Fraction.Length)], at);
    }

    private List<int> Groupings(Func<int, string> side, int? first = null)
    {
        var groupings = new List<int>();
        var at = first ?? Integer.IndexOf(symbols.GroupingSeparator, StringComparison.Ordinal);
        while (at >= 0)
        {
            groupings.Add(side(at).Count(symbols.IsDigitOrOptional));
            at = at + 1 <= Integer.Length ? Integer.IndexOf(symbols.GroupingSeparator, at + 1, StringComparison.Ordinal) : -1;
        }

        return groupings;
    }

    private bool IsForm(char c) => symbols.IsActive(c) && !symbols.IsExponent(c);
}
