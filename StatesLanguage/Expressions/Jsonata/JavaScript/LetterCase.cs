using System.Globalization;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>Capital and small letters as JavaScript has them: by Unicode's full mappings, where one letter may become several (<c>ß</c> is <c>SS</c>).</summary>
/// <seealso href="https://www.unicode.org/Public/UCD/latest/ucd/SpecialCasing.txt">SpecialCasing.txt</seealso>
internal static class LetterCase
{
    private const char CapitalSigma = '\u03a3';
    private const char FinalSigma = '\u03c2';
    private const char DottedCapitalI = '\u0130';

    private const string LongCapitals =
        """
        00df=0053+0053 0149=02bc+004e 01f0=004a+030c 0390=0399+0308+0301 03b0=03a5+0308+0301 0587=0535+0552 1e96=0048+0331
        1e97=0054+0308 1e98=0057+030a 1e99=0059+030a 1e9a=0041+02be 1f50=03a5+0313 1f52=03a5+0313+0300 1f54=03a5+0313+0301
        1f56=03a5+0313+0342 1fb2=1fba+0399 1fb3=0391+0399 1fb4=0386+0399 1fb6=0391+0342 1fb7=0391+0342+0399 1fbc=0391+0399
        1fc2=1fca+0399 1fc3=0397+0399 1fc4=0389+0399 1fc6=0397+0342 1fc7=0397+0342+0399 1fcc=0397+0399 1fd2=0399+0308+0300
        1fd3=0399+0308+0301 1fd6=0399+0342 1fd7=0399+0308+0342 1fe2=03a5+0308+0300 1fe3=03a5+0308+0301 1fe4=03a1+0313
        1fe6=03a5+0342 1fe7=03a5+0308+0342 1ff2=1ffa+0399 1ff3=03a9+0399 1ff4=038f+0399 1ff6=03a9+0342 1ff7=03a9+0342+0399
        1ffc=03a9+0399 fb00=0046+0046 fb01=0046+0049 fb02=0046+004c fb03=0046+0046+0049 fb04=0046+0046+004c fb05=0053+0054
        fb06=0053+0054 fb13=0544+0546 fb14=0544+0535 fb15=0544+053b fb16=054e+0546 fb17=0544+053d
        """;

    private static readonly Dictionary<char, string> Long = ReadLongCapitals();

    /// <summary>Whether the capital of this letter is more than one character.</summary>
    public static bool HasLongCapital(char c) => Long.ContainsKey(c);

    /// <summary>The text in capitals.</summary>
    public static string Upper(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var upper = text.ToUpperInvariant();
        if (Ascii.IsValid(text) || !text.Any(HasLongCapital))
        {
            return upper;
        }

        var result = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            result = Long.TryGetValue(text[i], out var capitals) ? result.Append(capitals) : result.Append(upper[i]);
        }

        return result.ToString();
    }

    /// <summary>The text in small letters. A sigma that ends a word takes its final form.</summary>
    public static string Lower(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lower = text.ToLowerInvariant();
        if (text.AsSpan().IndexOfAny(CapitalSigma, DottedCapitalI) < 0)
        {
            return lower;
        }

        var result = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            result = text[i] switch
            {
                CapitalSigma when EndsWord(text, i) => result.Append(FinalSigma),
                DottedCapitalI => result.Append("i\u0307"),
                _ => result.Append(lower[i]),
            };
        }

        return result.ToString();
    }

    private static bool EndsWord(string text, int sigma)
    {
        var before = sigma - 1;
        while (before >= 0 && IsSkipped(text[before]))
        {
            before--;
        }

        var after = sigma + 1;
        while (after < text.Length && IsSkipped(text[after]))
        {
            after++;
        }

        return before >= 0 && char.IsLetter(text[before]) && !(after < text.Length && char.IsLetter(text[after]));
    }

    /// <summary>Characters that a word goes on behind: full stops, apostrophes, marks.</summary>
    private static bool IsSkipped(char c) => c is '.' or '\'' or ':' or '^' or '`' or '\u00b7' or '\u2019'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;

    private static Dictionary<char, string> ReadLongCapitals()
    {
        var capitals = LongCapitals.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', '+')).ToDictionary(
            codes => Character(codes[0]),
            codes => string.Concat(codes.Skip(1).Select(Character)));

        // Greek letters with an iota below: the capital letter, then a capital iota. Each block has eight small letters, then their eight title forms.
        foreach (var (block, capital) in new[] { (0x1f80, 0x1f08), (0x1f90, 0x1f28), (0x1fa0, 0x1f68) })
        {
            for (var i = 0; i < 16; i++)
            {
                capitals.Add((char)(block + i), $"{(char)(capital + (i % 8))}\u0399");
            }
        }

        return capitals;
    }

    private static char Character(string code) => (char)int.Parse(code, NumberStyles.AllowHexSpecifier);
}
