using System.Runtime.InteropServices;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>A moment in UTC taken apart, in the calendar that JavaScript extends to both sides of what <see cref="DateTime"/> knows.</summary>
/// <remarks>Years may be negative or beyond 9999. Months and days of the month count from 1.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CalendarMoment(long Year, int Month, int Day, long MillisecondOfDay)
{
    /// <summary>The milliseconds of a day.</summary>
    public const long MillisecondsPerDay = 24 * 60 * 60 * 1000;

    /// <summary>The farthest that a moment may be from 1970, in milliseconds.</summary>
    public const double Farthest = 8.64e15;

    public int Hour => (int)(MillisecondOfDay / 3_600_000);

    public int Minute => (int)(MillisecondOfDay / 60_000 % 60);

    public int Second => (int)(MillisecondOfDay / 1000 % 60);

    public int Millisecond => (int)(MillisecondOfDay % 1000);

    /// <summary>The moment so many milliseconds after 1970 began.</summary>
    public static CalendarMoment At(long milliseconds)
    {
        var days = Math.DivRem(milliseconds, MillisecondsPerDay, out var rest);
        if (rest < 0)
        {
            days--;
            rest += MillisecondsPerDay;
        }

        // Counted from 1 March of a year divisible by 400, so that leap days come last and every 400 years are alike.
        var shifted = days + 719_468;
        var era = Math.DivRem(shifted, 146_097, out var dayOfEra);
        if (dayOfEra < 0)
        {
            era--;
            dayOfEra += 146_097;
        }

        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var fromMarch = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(fromMarch < 10 ? fromMarch + 3 : fromMarch - 9);
        var day = (int)(dayOfYear - (((153 * fromMarch) + 2) / 5) + 1);
        return new CalendarMoment(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day, rest);
    }

    /// <summary>How many days after 1970 began a day is.</summary>
    public static long Days(long year, int month, int day)
    {
        var fromMarch = (month + 9) % 12;
        var shifted = month <= 2 ? year - 1 : year;
        var era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * fromMarch) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    /// <summary>What JavaScript's <c>Date.UTC</c> says: milliseconds since 1970, months counting from 0, parts beyond their bounds carried over; NaN if there is no such moment.</summary>
    public static double Utc(double year, double month, double day, double hour, double minute, double second, double millisecond)
    {
        // Two digits are a year of the twentieth century, as they were when this was first defined.
        var full = year is >= 0 and <= 99 ? 1900 + Math.Floor(year) : year;
        var years = full + Math.Floor(month / 12);
        if (!(Math.Abs(years) < 400_000) || !double.IsFinite(month))
        {
            return double.NaN;
        }

        var first = Days((long)years, (int)(((month % 12) + 12) % 12) + 1, 1);
        var time = ((first + day - 1) * MillisecondsPerDay) + (hour * 3_600_000) + (minute * 60_000) + (second * 1000) + millisecond;
        return Math.Abs(time) <= Farthest ? time : double.NaN;
    }
}
