using System.Text.RegularExpressions;
using Quartz;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>
/// The dialect of due times, which is that of Quartz: six or seven fields separated by spaces, namely seconds, minutes, hours, day of the month, month,
/// day of the week and perhaps the year.
/// </summary>
/// <remarks>
/// Days of the week go from 1 (Sunday) to 7, or have names; <c>?</c> leaves one of the two day fields open; <c>L</c>, <c>W</c> and <c>#</c> are understood.
/// When clocks are put forward, what was due in the hour that does not exist is due at the moment they are (once, however often it would have been). When
/// they are put back, what is due in the hour that comes twice is due the first time only, unless seconds, minutes or hours are an interval (<c>*</c>,
/// <c>/</c> or <c>-</c>): an interval goes on through both.
/// </remarks>
public static partial class CronText
{
    private static readonly string[] Fields = ["seconds", "minutes", "hours", "day of the month", "month", "day of the week", "year"];

    /// <summary>A value that is right in each field whatever stands in the others.</summary>
    private static readonly string[] Harmless = ["0", "0", "0", "*", "*", "?", "*"];

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It is none; the message says what was expected, what was found, and at which character.</exception>
    public static CronExpression Parse(string text, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = Field().Matches(text);
        if (fields.Count is not (6 or 7))
        {
            throw new FormatException(
                $"expected 6 or 7 fields (seconds, minutes, hours, day of the month, month, day of the week, perhaps year), found {fields.Count} in '{text}'");
        }

        if (TryParse(text, out var parsed, out var fault) && fields.All(field => !Nonsense().IsMatch(field.Value)))
        {
            return parsed!.WithTimeZone(zone);
        }

        for (var i = 0; i < fields.Count; i++)
        {
            Check(text, fields[i], i);
        }

        throw new FormatException($"'{text}': {fault}");
    }

    private static void Check(string text, Match field, int at)
    {
        string[] alone = [.. Harmless];
        alone[at] = field.Value;
        if (at == 5 && field.Value != "?")
        {
            alone[3] = "?";
        }

        // Letters that mean nothing and lists with a gap are read over by the parser.
        var fault = Nonsense().IsMatch(field.Value) ? $"'{field.Value}' is not a list of values, ranges and steps" : null;
        if (fault is not null || !TryParse(string.Join(' ', alone), out _, out fault))
        {
            throw new FormatException($"'{text}', character {field.Index + 1}: expected {Fields[at]}, found '{field.Value}'. {fault}");
        }
    }

    private static bool TryParse(string text, out CronExpression? parsed, out string? fault)
    {
        try
        {
            (parsed, fault) = (CronExpression.Parse(text), null);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            (parsed, fault) = (null, e.Message);
            return false;
        }
    }

    [GeneratedRegex(@"\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("^,|,,|,$|[^0-9A-Za-z*?/,#-]|[Hh](?![A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonsense();
}
