using System.Globalization;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>Digits of one script, with separators between groups: <c>#,##0</c>.</summary>
internal sealed class DigitsPicture : IntegerPicture
{
    private readonly DigitFamily family;
    private readonly bool isOrdinal;

    private DigitsPicture(DigitFamily family, bool isOrdinal, IReadOnlyList<Grouping> groupings)
    {
        this.family = family;
        this.isOrdinal = isOrdinal;
        Groupings = groupings;
        var isOneSeparator = groupings.All(grouping => grouping.Separator == groupings[0].Separator);
        RegularDistance = isOneSeparator ? Grouping.RegularDistance([.. groupings.Select(grouping => grouping.Position)]) : 0;
    }

    /// <summary>How many digits there are at least.</summary>
    public int MandatoryDigits { get; private init; }

    /// <summary>How many <c>#</c> there are.</summary>
    public int OptionalDigits { get; private init; }

    /// <summary>How many digits a text in this picture has, where nothing else says where the number ends.</summary>
    public int? ParsedWidth { get; private init; }

    /// <summary>The separators, from the right.</summary>
    public IReadOnlyList<Grouping> Groupings { get; }

    /// <summary>The distance at which one separator repeats; 0 if it does not.</summary>
    public int RegularDistance { get; }

    public override string Expression => $"[0-9]{(ParsedWidth is { } width ? $"{{{width}}}" : "+")}{(isOrdinal ? "(?:th|st|nd|rd)" : "")}";

    /// <summary>Reads a picture that has a digit of some script; of no other is it known what it means.</summary>
    public static DigitsPicture? TryParse(string picture, bool isOrdinal)
    {
        DigitFamily? script = null;
        int mandatory = 0, optional = 0;
        var groupings = new List<Grouping>();
        foreach (var character in picture.EnumerateRunes().Reverse())
        {
            if (DigitFamily.Of(character) is { } digits)
            {
                mandatory++;
                script = script is null || script == digits ? digits : throw new JsonataFailure("D3131");
            }
            else if (character.Value == '#')
            {
                optional++;
            }
            else
            {
                groupings.Add(new Grouping(mandatory + optional, character.ToString()));
            }
        }

        return script is null ? null : new DigitsPicture(script.Value, isOrdinal, groupings) { MandatoryDigits = mandatory, OptionalDigits = optional };
    }

    /// <summary>The same with at least so many digits.</summary>
    public DigitsPicture WithMandatoryDigits(int digits) => new(family, isOrdinal, Groupings) { MandatoryDigits = digits, OptionalDigits = OptionalDigits, ParsedWidth = ParsedWidth };

    /// <summary>The same for texts that have exactly so many digits.</summary>
    public DigitsPicture WithParsedWidth(int digits) => new(family, isOrdinal, Groupings) { MandatoryDigits = MandatoryDigits, OptionalDigits = OptionalDigits, ParsedWidth = digits };

    public override double Read(string text)
    {
        var digits = isOrdinal ? text[..Math.Max(0, text.Length - 2)] : text;
        foreach (var separator in Groupings.Select(grouping => grouping.Separator).Distinct())
        {
            digits = digits.Replace(separator, "", StringComparison.Ordinal);
        }

        // Characters before the script's digits have no place among ASCII's.
        return digits.All(c => c >= family.Zero - '0')
            ? LeadingInteger(family.ToAscii(digits))
            : throw new JsonataFailure(null) { Text = $"Expected digits of the picture's script, found \"{text}\"" };
    }

    protected override string FormatMagnitude(double whole)
    {
        var digits = family.FromAscii(NumberText.Shortest(whole).PadLeft(MandatoryDigits, '0'));
        var grouped = RegularDistance > 0 ? GroupedRegularly(digits) : GroupedAsPictured(digits);
        return isOrdinal ? grouped + OrdinalEnding(grouped) : grouped;
    }

    private string GroupedRegularly(string digits)
    {
        for (var nth = (digits.Length - 1) / RegularDistance; nth > 0; nth--)
        {
            digits = digits.Insert(digits.Length - (nth * RegularDistance), Groupings[0].Separator);
        }

        return digits;
    }

    /// <summary>The digits with separators where the picture has them.</summary>
    /// <remarks>A separator left of all digits is written too; what is left of the number then starts from its end, which is what the language's own implementation does.</remarks>
    private string GroupedAsPictured(string digits)
    {
        foreach (var (position, separator) in Groupings.Reverse())
        {
            var at = digits.Length - position;
            digits = at >= 0 ? digits.Insert(at, separator) : separator + digits[Math.Max(0, digits.Length + at)..];
        }

        return digits;
    }

    private static string OrdinalEnding(string digits)
    {
        var isTeen = digits.Length > 1 && digits[^2] == '1';
        return digits[^1] switch
        {
            '1' when !isTeen => "st",
            '2' when !isTeen => "nd",
            '3' when !isTeen => "rd",
            _ => "th",
        };
    }

    /// <summary>What JavaScript's <c>parseInt</c> makes of a text: the whole number that it starts with.</summary>
    private static double LeadingInteger(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        var end = trimmed.Length > 0 && trimmed[0] is '+' or '-' ? 1 : 0;
        while (end < trimmed.Length && char.IsAsciiDigit(trimmed[end]))
        {
            end++;
        }

        return double.TryParse(trimmed[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }
}
