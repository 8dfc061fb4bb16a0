using System.Globalization;
using System.Text.RegularExpressions;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Moments as texts: RFC 3339 with a capital T and a zone, as the States Language asks for.</summary>
/// <seealso href="https://states-language.net/spec.html#timestamps">Timestamps in the specification</seealso>
public static partial class Timestamp
{
    /// <summary>Reads a moment.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        var match = Shape().Match(text);
        if (!match.Success)
        {
            return false;
        }

        // Finer than a tick is cut off; .NET reads seven digits at most.
        var fraction = match.Groups["fraction"].Value;
        var digits = fraction.Length > 8 ? fraction[..8] : fraction;
        var zone = match.Groups["zone"].Value is "Z" ? "+00:00" : match.Groups["zone"].Value;
        return DateTimeOffset.TryParse(match.Groups["second"].Value + digits + zone, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out moment);
    }

    /// <summary>Writes a moment to the millisecond, in UTC: <c>2026-01-31T08:30:00.250Z</c>.</summary>
    public static string Format(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<second>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?<fraction>\.\d{1,18})?(?<zone>Z|[+-]\d{2}:\d{2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
