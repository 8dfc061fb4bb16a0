using System.Globalization;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Tells timestamps as the language has them: RFC 3339 with a capital T, and a capital Z where no offset is given.</summary>
/// <seealso href="https://states-language.net/spec.html#timestamps">Timestamps in the specification</seealso>
internal static class Timestamps
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss";
    private const int MomentLength = 19;

    public static bool IsTimestamp(string text) =>
        text.Length > MomentLength
        && DateTime.TryParseExact(text.AsSpan(0, MomentLength), Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && IsOffset(text.AsSpan(MomentLength + FractionLength(text.AsSpan(MomentLength))));

    private static int FractionLength(ReadOnlySpan<char> rest)
    {
        if (rest[0] != '.')
        {
            return 0;
        }

        var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
        return digits > 0 ? digits + 1 : 0;
    }

    private static bool IsOffset(ReadOnlySpan<char> rest) =>
        rest is "Z"
        || (rest is ['+' or '-', _, _, ':', _, _]
            && TimeOnly.TryParseExact(rest[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
