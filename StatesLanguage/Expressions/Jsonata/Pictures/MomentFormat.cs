using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>Writes moments by a picture.</summary>
internal sealed class MomentFormat(CalendarMoment? local, ZoneOffset offset)
{
    private const string Specifiers = "YMDdFWwXxHhmsf";

    /// <summary>The moment, in milliseconds since 1970, as local time at an offset. A moment that the calendar does not reach has NaN for all its numbers.</summary>
    public static string Write(double milliseconds, MomentPicture picture, ZoneOffset offset)
    {
        var local = Math.Truncate(milliseconds) + (offset.TotalMinutes * 60_000.0);
        var isMoment = Math.Abs(local) <= CalendarMoment.Farthest;
        var format = new MomentFormat(isMoment ? CalendarMoment.At((long)local) : null, offset);
        var text = new StringBuilder();
        foreach (var part in picture.Parts)
        {
            text.Append(part is MomentPart.Component component ? format.Write(component) : ((MomentPart.Literal)part).Text);
        }

        return text.ToString();
    }

    private string Write(MomentPart.Component component) => component.Specifier switch
    {
        'Z' or 'z' => WriteOffset(component),
        'C' or 'E' => "ISO",
        'P' => WriteHalfDay(component),

        // A component that does not exist, but with a presentation of its own, is what the reference implementation has no value for.
        _ when !Specifiers.Contains(component.Specifier) => "undefined",
        _ when component.Names is { } style => WriteName(component, style),
        _ => component.Number!.Format(Number(component)),
    };

    private double Number(MomentPart.Component component)
    {
        var number = Number(component.Specifier);
        return component.YearDigits is { } digits ? number % Math.Pow(10, digits) : number;
    }

    private double Number(char specifier) => local is { } moment ? MomentComponents.Of(moment, specifier) : double.NaN;

    private string WriteName(MomentPart.Component component, WordStyle style)
    {
        var names = component.Specifier switch
        {
            'M' or 'x' => MomentNames.Months,
            'F' => MomentNames.Days,
            _ => throw new JsonataFailure("D3133") { Value = Json.Of(component.Specifier.ToString()) },
        };
        var number = Number(component.Specifier);
        var name = double.IsNaN(number) ? throw new JsonataFailure(null) { Text = "There is no such moment, and so no name of its month or day" } : names[(int)number - 1];
        var cased = style switch
        {
            WordStyle.Upper => LetterCase.Upper(name),
            WordStyle.Lower => LetterCase.Lower(name),
            _ => name,
        };
        return component.MaxWidth < cased.Length ? cased[..component.MaxWidth.Value] : cased;
    }

    private string WriteHalfDay(MomentPart.Component component)
    {
        var half = Number('P') > 0 ? "pm" : "am";
        return component.Names == WordStyle.Upper ? LetterCase.Upper(half) : half;
    }

    private string WriteOffset(MomentPart.Component component)
    {
        if (offset.Digits == 0 && component.IsZuluAllowed)
        {
            return "Z";
        }

        var sign = offset.Digits >= 0 ? "+" : "";
        var prefix = component.Specifier == 'z' ? "GMT" : "";
        return $"{prefix}{sign}{WriteOffsetDigits(component.Number!)}";
    }

    private string WriteOffsetDigits(IntegerPicture picture)
    {
        if (picture is not DigitsPicture digits)
        {
            throw new JsonataFailure("D3134");
        }

        if (digits.RegularDistance > 0)
        {
            return digits.Format(offset.Digits);
        }

        return digits.MandatoryDigits switch
        {
            <= 2 => digits.Format(offset.Hours) + (offset.Minutes == 0 ? "" : $":{IntegerPicture.Parse("00").Format(offset.Minutes)}"),
            <= 4 => digits.Format(offset.Digits),
            _ => throw new JsonataFailure("D3134") { Value = JsonNumber.Of(digits.MandatoryDigits) },
        };
    }
}
