using System.Globalization;
using System.Text;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Texts as parts of keys that sort as the texts do, and as parts that sort the other way round: a table is only ever read forwards.</summary>
/// <remarks>
/// Letters, digits and hyphens stand for themselves, so the ids of tasks stay what they are. Any other character is its four hexadecimal digits behind a mark,
/// of which there is one for each gap that the characters that stand for themselves leave. <see cref="Separator"/> sorts before all that a part may contain.
/// </remarks>
internal static class OrderedText
{
    public const char Separator = '!';

    /// <summary>Sorts right behind <see cref="Separator"/>: no key that begins with a prefix and the separator is beyond the prefix with this.</summary>
    public const char BehindSeparator = '"';

    private const string Alphabet = "$-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz|";
    private const char BehindAll = '~';

    /// <summary>A part that sorts as the text does, character by character.</summary>
    public static string Of(string text)
    {
        var part = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '-')
            {
                part.Append(letter);
            }
            else
            {
                part.Append(MarkOf(letter)).Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return part.ToString();
    }

    /// <summary>A part that sorts before another when the text sorts behind the other's.</summary>
    public static string Reversed(string text) =>
        string.Concat(Of(text).Select(letter => Alphabet[Alphabet.Length - 1 - Alphabet.IndexOf(letter, StringComparison.Ordinal)])) + BehindAll;

    private static char MarkOf(char letter) => letter switch
    {
        < '-' => '$',
        < '0' => '.',
        < 'A' => ':',
        < 'a' => '_',
        _ => '|',
    };
}
