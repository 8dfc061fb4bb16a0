using System.Globalization;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>How the names of variables are spelled: as Unicode identifiers, a leading underscore allowed, too.</summary>
/// <seealso href="https://www.unicode.org/reports/tr31/">Unicode Identifiers and Syntax</seealso>
internal static class VariableName
{
    /// <summary>Whether the text is the name of a variable.</summary>
    public static bool IsOne(string text) =>
        text.Length > 0
        && LengthAt(text, 0) == text.Length
        && Rune.TryGetRuneAt(text, 0, out var first)
        && (first.Value == '_' || IsStart(Rune.GetUnicodeCategory(first)));

    /// <summary>How many characters from there on a name may be made of.</summary>
    public static int LengthAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune) && IsPart(Rune.GetUnicodeCategory(rune)))
        {
            end += rune.Utf16SequenceLength;
        }

        return end - start;
    }

    private static bool IsStart(UnicodeCategory category) => category <= UnicodeCategory.OtherLetter || category == UnicodeCategory.LetterNumber;

    private static bool IsPart(UnicodeCategory category) => IsStart(category) || category
        is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation;
}
