using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>The numbers that a moment consists of, by the letters of picture strings. Weeks are those of ISO 8601: the first of a year, or of a month, is the one with its first Thursday.</summary>
internal static class MomentComponents
{
    private const int DaysPerWeek = 7;

    /// <summary>The number of a component; for <c>P</c> 0 in the morning and 1 from noon on.</summary>
    public static double Of(CalendarMoment moment, char specifier) => specifier switch
    {
        'Y' => moment.Year,
        'M' => moment.Month,
        'D' => moment.Day,
        'd' => Today(moment) - CalendarMoment.Days(moment.Year, 1, 1) + 1,
        'F' => DayOfWeek(Today(moment)),
        'W' => Week(Today(moment), new YearMonth(moment.Year, 1), monthsOfPeriod: 12),
        'w' => Week(Today(moment), new YearMonth(moment.Year, moment.Month), monthsOfPeriod: 1),
        'X' => Period(moment, new YearMonth(moment.Year, 1), monthsOfPeriod: 12).Year,
        'x' => Period(moment, new YearMonth(moment.Year, moment.Month), monthsOfPeriod: 1).Month,
        'H' => moment.Hour,
        'h' => ((moment.Hour + 11) % 12) + 1,
        'P' => moment.Hour / 12,
        'm' => moment.Minute,
        's' => moment.Second,
        'f' => moment.Millisecond,
        _ => double.NaN,
    };

    private static long Today(CalendarMoment moment) => CalendarMoment.Days(moment.Year, moment.Month, moment.Day);

    /// <summary>1 for Monday up to 7 for Sunday. 1970 began on a Thursday.</summary>
    private static int DayOfWeek(long day) => (int)((((day + 3) % DaysPerWeek) + DaysPerWeek) % DaysPerWeek) + 1;

    private static long Week(long today, YearMonth period, int monthsOfPeriod)
    {
        var start = FirstWeek(period);
        if (today < start)
        {
            start = FirstWeek(period.Plus(-monthsOfPeriod));
        }
        else if (today >= FirstWeek(period.Plus(monthsOfPeriod)))
        {
            return 1;
        }

        return ((today - start) / DaysPerWeek) + 1;
    }

    /// <summary>The year or month whose week the day is in, which at its ends may be the one before or after.</summary>
    private static YearMonth Period(CalendarMoment moment, YearMonth period, int monthsOfPeriod)
    {
        var today = Today(moment);
        if (today < FirstWeek(period))
        {
            return period.Plus(-monthsOfPeriod);
        }

        return today >= FirstWeek(period.Plus(monthsOfPeriod)) ? period.Plus(monthsOfPeriod) : period;
    }

    /// <summary>The Monday of the week with the period's first Thursday.</summary>
    private static long FirstWeek(YearMonth period)
    {
        var first = CalendarMoment.Days(period.Year, period.Month, 1);
        var weekday = DayOfWeek(first);
        return weekday > 4 ? first + 8 - weekday : first + 1 - weekday;
    }
}
