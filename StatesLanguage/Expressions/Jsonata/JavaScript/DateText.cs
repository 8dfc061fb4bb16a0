using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>Timestamps in the form of ISO 8601.</summary>
internal static class DateText
{
    private static readonly Pattern Timestamp = Pattern.Parse(@"^\d{4}(-[01]\d)*(-[0-3]\d)*(T[0-2]\d:[0-5]\d:[0-5]\d)*(\.\d+)?([+-][0-2]\d:?[0-5]\d|Z)?$");

    /// <summary>The parts of one that may mean a moment; all texts of this form have that of <see cref="Timestamp"/>.</summary>
    private static readonly Pattern Parts =
        Pattern.Parse(@"^(\d{4})(?:-([01]\d)(?:-([0-3]\d))?)?(?:T([0-2]\d):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:Z|([+-][0-2]\d):?([0-5]\d))?|Z)?$");

    /// <summary>The milliseconds since 1970 that a timestamp means; null if the text has not the form of one, NaN if it has and there is no such moment.</summary>
    /// <remarks>A time without an offset is in UTC: the service's clock is.</remarks>
    public static double? Milliseconds(string text, ref long steps)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Parts.Match(text, 0, ref steps) is { } match)
        {
            return Milliseconds(match.Groups);
        }

        return Timestamp.Match(text, 0, ref steps) is null ? null : double.NaN;
    }

    private static double Milliseconds(IReadOnlyList<string?> parts)
    {
        int Part(int index, int missing) => parts[index] is { } digits ? int.Parse(digits) : missing;

        var (month, day, hour, minute, second) = (Part(1, 1), Part(2, 1), Part(3, 0), Part(4, 0), Part(5, 0));
        var offset = Part(7, 0);
        var isMidnight = hour == 24 && minute == 0 && second == 0;
        if (month is < 1 or > 12 || day is < 1 or > 31 || (hour > 23 && !isMidnight) || Math.Abs(offset) > 23)
        {
            return double.NaN;
        }

        var fraction = parts[6] is { } digits ? int.Parse(digits.PadRight(3, '0').AsSpan(0, 3)) : 0;
        var days = CalendarMoment.Days(Part(0, 0), month, 1) + day - 1;
        var isWest = parts[7]?[0] == '-';
        var offsetMinutes = (offset * 60) + (isWest ? -Part(8, 0) : Part(8, 0));
        return (days * CalendarMoment.MillisecondsPerDay) + (((((hour * 60) + minute - offsetMinutes) * 60) + second) * 1000L) + fraction;
    }
}
