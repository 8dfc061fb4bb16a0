using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>Which characters are one when case is ignored, as JavaScript has it without the flag <c>u</c>.</summary>
internal static class CaseFolding
{
    private static readonly Lazy<Dictionary<char, char[]>> Same = new(() => Enumerable
        .Range(128, char.MaxValue + 1 - 128)
        .Select(c => (char)c)
        .GroupBy(Fold)
        .Where(same => same.Skip(1).Any())
        .SelectMany(same => same, (same, c) => (c, All: same.ToArray()))
        .ToDictionary(pair => pair.c, pair => pair.All));

    /// <summary>The character that stands for all it is compared as: its capital, where that is one code unit and does not lead into ASCII.</summary>
    public static char Fold(char c)
    {
        if (c < 128)
        {
            return c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
        }

        var capital = char.ToUpperInvariant(c);
        return capital < 128 || LetterCase.HasLongCapital(c) ? c : capital;
    }

    /// <summary>The character and all that equal it.</summary>
    public static char[] SameAs(char c)
    {
        // Nothing beyond ASCII equals a character of ASCII, so the large table is not needed for it.
        if (c < 128)
        {
            return char.IsAsciiLetter(c) ? [(char)(c & ~0x20), (char)(c | 0x20)] : [c];
        }

        return Same.Value.TryGetValue(c, out var same) ? same : [c];
    }
}
