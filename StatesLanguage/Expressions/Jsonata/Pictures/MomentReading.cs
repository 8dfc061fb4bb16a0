using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>Reads moments by a picture. What the text leaves open is this moment's on the left (the year, for a time of day) and the least possible on the right.</summary>
internal sealed class MomentReading
{
    private const string YearMonthDay = "YMD";
    private const string YearAndDay = "YD";
    private const string Hours24 = "Hmsf";
    private const string Hours12 = "Phmsf";

    private readonly Dictionary<char, double?> components;
    private readonly CalendarMoment now;

    private MomentReading(Dictionary<char, double?> components, CalendarMoment now)
    {
        this.components = components;
        this.now = now;
    }

    /// <summary>The milliseconds since 1970 that a text means; null if the picture does not describe the text.</summary>
    /// <exception cref="JsonataFailure">The picture leaves a gap between components, or uses one that cannot be read.</exception>
    public static double? Read(string text, MomentPicture picture, DateTimeOffset now, ref long steps) =>
        picture.Pattern.Components(text, ref steps) is { Count: > 0 } components
            ? new MomentReading(components, CalendarMoment.At(now.ToUnixTimeMilliseconds())).Milliseconds()
            : null;

    private double Milliseconds()
    {
        var isYearMonthDay = IsMadeOf("YXMxWwdD", "YMD");
        var isDayOfYear = !isYearMonthDay && IsMadeOf("YXMxWwdD", "Yd");
        var isWeekOfMonth = IsMadeOf("YXMxWwdD", "Xxw");
        var isWeekOfYear = !isWeekOfMonth && IsMadeOf("YXMxWwdD", "XW");
        var isHours12 = !IsMadeOf("PHhmsf", Hours24) && IsMadeOf("PHhmsf", Hours12);
        var date = isDayOfYear ? YearAndDay : isWeekOfMonth ? "XxwF" : isWeekOfYear ? "XWF" : YearMonthDay;
        FillGaps(date + (isHours12 ? Hours12 : Hours24));
        if (isWeekOfMonth || isWeekOfYear)
        {
            throw new JsonataFailure("D3136");
        }

        var (month, day) = isDayOfYear ? MonthAndDay() : (Math.Max(0, components['M']!.Value - 1), components['D']!.Value);
        var hour = isHours12 ? (components['h'] == 12 ? 0 : components['h']!.Value) + (components['P'] == 1 ? 12 : 0) : components['H']!.Value;
        var moment = CalendarMoment.Utc(components['Y']!.Value, month, day, hour, components['m']!.Value, components['s']!.Value, components['f']!.Value);
        return moment - (OffsetMinutes() * 60_000);
    }

    /// <summary>Whether of these components only certain ones are there, and at least one. A component that is 0 does not count.</summary>
    private bool IsMadeOf(string all, string certain)
    {
        var any = false;
        foreach (var specifier in all)
        {
            if (components.GetValueOrDefault(specifier) is { } number && number != 0 && !double.IsNaN(number))
            {
                if (!certain.Contains(specifier))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    private void FillGaps(string wanted)
    {
        var (started, ended) = (false, false);
        foreach (var specifier in wanted)
        {
            if (components.GetValueOrDefault(specifier) is not null)
            {
                started = true;
                if (ended)
                {
                    throw new JsonataFailure("D3136");
                }
            }
            else if (started)
            {
                components[specifier] = specifier is 'M' or 'D' or 'd' ? 1 : 0;
                ended = true;
            }
            else
            {
                // A half of the day that nobody named is the morning, whatever the time is.
                components[specifier] = specifier == 'P' ? 0 : MomentComponents.Of(now, specifier);
            }
        }
    }

    private (double Month, double Day) MonthAndDay()
    {
        var moment = CalendarMoment.Utc(components['Y']!.Value, 0, components['d']!.Value, 0, 0, 0, 0);
        var derived = double.IsNaN(moment) ? default : CalendarMoment.At((long)moment);
        return (derived.Month - 1, derived.Day);
    }

    private double OffsetMinutes()
    {
        var offset = components.GetValueOrDefault('Z') ?? 0;
        return offset != 0 ? offset : components.GetValueOrDefault('z') ?? 0;
    }
}
