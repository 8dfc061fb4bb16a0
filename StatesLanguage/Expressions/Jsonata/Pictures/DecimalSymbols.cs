namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>The characters of a picture for decimal numbers, and of the numbers written by it. Each is usually one character; any may be more.</summary>
internal sealed class DecimalSymbols
{
    private readonly Dictionary<string, string> symbols = new()
    {
        ["decimal-separator"] = ".",
        ["grouping-separator"] = ",",
        ["exponent-separator"] = "e",
        ["minus-sign"] = "-",
        ["percent"] = "%",
        ["per-mille"] = "‰",
        ["zero-digit"] = "0",
        ["digit"] = "#",
        ["pattern-separator"] = ";",
    };

    public DecimalSymbols(IEnumerable<KeyValuePair<string, string>> changes)
    {
        foreach (var (name, symbol) in changes)
        {
            symbols[name] = symbol;
        }

        Zero = ZeroDigit.Length > 0 ? ZeroDigit[0] : '\0';
    }

    public string DecimalSeparator => symbols["decimal-separator"];

    public string GroupingSeparator => symbols["grouping-separator"];

    public string ExponentSeparator => symbols["exponent-separator"];

    public string MinusSign => symbols["minus-sign"];

    public string Percent => symbols["percent"];

    public string PerMille => symbols["per-mille"];

    public string OptionalDigit => symbols["digit"];

    public string PatternSeparator => symbols["pattern-separator"];

    public string ZeroDigit => symbols["zero-digit"];

    /// <summary>The nought of the digits; the other nine follow it in Unicode.</summary>
    public char Zero { get; }

    public bool IsDigit(char c) => c >= Zero && c <= Zero + 9;

    public bool IsDigitOrOptional(char c) => IsDigit(c) || Is(c, OptionalDigit);

    /// <summary>Whether a character is part of the number's form; others stand for themselves.</summary>
    public bool IsActive(char c) => IsDigit(c) || Is(c, DecimalSeparator) || Is(c, ExponentSeparator) || Is(c, GroupingSeparator) || Is(c, OptionalDigit) || Is(c, PatternSeparator);

    public bool IsExponent(char c) => Is(c, ExponentSeparator);

    private static bool Is(char c, string symbol) => symbol.Length == 1 && symbol[0] == c;
}
