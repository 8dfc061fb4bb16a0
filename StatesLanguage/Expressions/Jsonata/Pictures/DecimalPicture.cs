using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>How decimal numbers are written: <c>#,##0.00</c>, and after a semicolon how negative ones are, if not just with a minus sign.</summary>
/// <seealso href="https://www.w3.org/TR/xpath-functions-31/#formatting-numbers">fn:format-number, whose pictures these are</seealso>
internal sealed class DecimalPicture
{
    /// <summary>As many as JavaScript writes.</summary>
    private const int MaxFractionDigits = 100;

    private readonly DecimalSymbols symbols;
    private readonly SubPicture positive;
    private readonly SubPicture negative;
    private readonly string negativePrefix;

    private DecimalPicture(DecimalSymbols symbols, SubPicture positive, SubPicture? negative)
    {
        this.symbols = symbols;
        this.positive = positive;
        this.negative = negative ?? positive;
        negativePrefix = negative?.Prefix ?? symbols.MinusSign + positive.Prefix;
    }

    /// <summary>Reads a picture.</summary>
    /// <exception cref="JsonataFailure">The picture breaks a rule.</exception>
    public static DecimalPicture Parse(string picture, DecimalSymbols symbols, JsonataDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var texts = picture.Split(symbols.PatternSeparator);
        if (texts.Length > 2)
        {
            throw new JsonataFailure("D3080");
        }

        var parts = Array.ConvertAll(texts, text => new SubPicture(text, symbols, dialect));
        foreach (var part in parts)
        {
            SubPictureRules.Check(part, symbols);
        }

        return new DecimalPicture(symbols, parts[0], parts.ElementAtOrDefault(1));
    }

    /// <summary>The number as text.</summary>
    public string Format(double number)
    {
        var isPositive = number >= 0;
        var picture = isPositive ? positive : negative;
        var digits = picture.Digits();
        var (mantissa, exponent) = Split(Scaled(number, picture), picture);
        var written = Written(Rounding.HalfEven(mantissa, digits.MaxFraction), digits.MaxFraction);
        var point = symbols.DecimalSeparator;
        written = written.Contains('.') ? written.Replace(".", point, StringComparison.Ordinal) : written + point;
        written = written.Trim(symbols.Zero);

        var pointAt = PointOf(written);
        var fraction = written.Length - pointAt - 1;
        written = new string(symbols.Zero, Math.Max(0, digits.Integer - pointAt)) + written + new string(symbols.Zero, Math.Max(0, digits.Fraction - fraction));
        written = GroupedAfterPoint(GroupedBeforePoint(written, picture), picture);
        pointAt = PointOf(written);
        if (!picture.Text.Contains(point, StringComparison.Ordinal) || pointAt == written.Length - 1)
        {
            written = written[..^1];
        }

        return $"{(isPositive ? picture.Prefix : negativePrefix)}{written}{WrittenExponent(exponent, picture)}{picture.Suffix}";
    }

    private double Scaled(double number, SubPicture picture)
    {
        if (picture.Text.Contains(symbols.Percent, StringComparison.Ordinal))
        {
            return number * 100;
        }

        return picture.Text.Contains(symbols.PerMille, StringComparison.Ordinal) ? number * 1000 : number;
    }

    /// <summary>The number as a mantissa with as many digits before the point as the picture has, and a power of ten.</summary>
    private static (double Mantissa, int? Exponent) Split(double number, SubPicture picture)
    {
        if (picture.ExponentDigits == 0)
        {
            return (number, null);
        }

        var exponent = 0;
        if (number == 0 || !double.IsFinite(number))
        {
            return (number, exponent);
        }

        var most = Math.Pow(10, picture.ScalingDigits);
        var least = Math.Pow(10, picture.ScalingDigits - 1);
        for (; Math.Abs(number) < least; exponent--)
        {
            number *= 10;
        }

        for (; Math.Abs(number) > most; exponent++)
        {
            number /= 10;
        }

        return (number, exponent);
    }

    private string Written(double number, int fractionDigits)
    {
        if (fractionDigits > MaxFractionDigits)
        {
            throw new JsonataFailure(null) { Text = $"Expected at most {MaxFractionDigits} digits after the decimal separator, found {fractionDigits}" };
        }

        return string.Concat(NumberText.Fixed(Math.Abs(number), fractionDigits).Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + symbols.Zero) : c));
    }

    private int PointOf(string written) => written.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);

    private string GroupedBeforePoint(string written, SubPicture picture)
    {
        var pointAt = PointOf(written);
        var groupings = picture.IntegerGroupings();
        var distance = Grouping.RegularDistance(groupings);
        if (distance > 0)
        {
            var count = (pointAt - 1) / distance;
            groupings = [.. Enumerable.Range(1, Math.Max(0, count)).Select(nth => nth * distance)];
            foreach (var position in groupings)
            {
                written = written.Insert(pointAt - position, symbols.GroupingSeparator);
            }

            return written;
        }

        foreach (var position in groupings)
        {
            written = Inserted(written, pointAt - position);
            pointAt++;
        }

        return written;
    }

    private string GroupedAfterPoint(string written, SubPicture picture)
    {
        var pointAt = PointOf(written);
        foreach (var position in picture.FractionGroupings())
        {
            written = Inserted(written, position + pointAt + 1);
        }

        return written;
    }

    /// <summary>The text with a separator at a place; one before its start counts from its end, as JavaScript's slices do.</summary>
    private string Inserted(string text, int at) =>
        text.Insert(Math.Clamp(at < 0 ? text.Length + at : at, 0, text.Length), symbols.GroupingSeparator);

    private string WrittenExponent(int? exponent, SubPicture picture)
    {
        if (exponent is not { } power)
        {
            return "";
        }

        var sign = power < 0 ? symbols.MinusSign : "";
        return symbols.ExponentSeparator + sign + Written(power, 0).PadLeft(picture.ExponentDigits, symbols.Zero);
    }
}
