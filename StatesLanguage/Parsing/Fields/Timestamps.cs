using System.Globalization;
using System.Text.RegularExpressions;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Tells timestamps as the language has them: RFC 3339 with a capital T, and a capital Z where no offset is given.</summary>
/// <seealso href="https://states-language.net/spec.html#timestamps">Timestamps in the specification</seealso>
internal static partial class Timestamps
{
    public static bool IsTimestamp(string text) =>
        Shape().IsMatch(text)
        && DateTimeOffset.TryParseExact(
            text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
