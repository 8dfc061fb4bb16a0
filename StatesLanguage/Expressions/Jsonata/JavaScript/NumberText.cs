using System.Globalization;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>Numbers as JavaScript writes and reads them.</summary>
internal static class NumberText
{
    private const int SignificantDigits = 15;

    /// <summary>Digits enough to see whether what is beyond the fifteenth is a half.</summary>
    private const string ManyDigits = "E25";

    /// <summary>Beyond this power of ten a number of 15 digits need not be one of 64 bits.</summary>
    private const int SafeExponent = 290;

    /// <summary>From here on a number has digits beyond its precision.</summary>
    private const double FirstInexact = 1L << 53;

    /// <summary>Up to here a whole number is written with all the digits it has.</summary>
    private const double FirstBeyondInteger = 9223372036854775808;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The shortest text that reads back as the same number: <c>0.1</c>, <c>1e+21</c>, <c>1e-7</c>.</summary>
    public static string Shortest(double number)
    {
        if (number == Math.Truncate(number) && Math.Abs(number) < 1e15)
        {
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        }

        if (!double.IsFinite(number))
        {
            return NotFinite(number);
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : LaidOut(text[..exponent], ExponentOf(text, exponent));
    }

    /// <summary>The number with its first 15 digits, which hides what binary arithmetic adds at the end: <c>0.1 + 0.2</c> is <c>0.3</c>.</summary>
    public static string Rounded(double number)
    {
        var shortest = Shortest(number);

        // A point, a sign and an exponent only make the text longer; so a short text has few digits.
        return shortest.Length <= SignificantDigits || !double.IsFinite(number) ? shortest : Rounded(number.ToString(ManyDigits, CultureInfo.InvariantCulture));
    }

    /// <summary>The number with so many digits after the point; from 10²¹ on as <see cref="Shortest"/>.</summary>
    public static string Fixed(double number, int digits) =>
        Math.Abs(number) < 1e21 ? number.ToString($"F{digits}", CultureInfo.InvariantCulture) : Shortest(number);

    /// <summary>A whole number in another base, from 2 to 36. From 2⁶³ on, digits beyond the precision of a number are noughts.</summary>
    public static string InBase(double whole, int radix)
    {
        if (radix == 10 || !double.IsFinite(whole))
        {
            return Shortest(whole);
        }

        var digits = new Stack<char>();
        var rest = Math.Abs(whole);
        if (rest >= FirstBeyondInteger)
        {
            for (; rest >= FirstInexact; rest /= radix)
            {
                digits.Push('0');
            }
        }

        for (var whole64 = (long)rest; whole64 > 0 || digits.Count == 0; whole64 /= radix)
        {
            digits.Push(Digits[(int)(whole64 % radix)]);
        }

        return (whole < 0 ? "-" : "") + new string([.. digits]);
    }

    /// <summary>The nearest number of 15 digits; of two that are as near, the one farther from nought.</summary>
    private static string Rounded(string exact)
    {
        var sign = exact[0] == '-' ? "-" : "";
        var magnitude = exact.AsSpan(sign.Length);
        var digits = long.Parse($"{magnitude[0]}{magnitude.Slice(2, SignificantDigits - 1)}", CultureInfo.InvariantCulture);

        // The platform would round a half to the even neighbour.
        var rounded = (magnitude[SignificantDigits + 1] >= '5' ? digits + 1 : digits).ToString(CultureInfo.InvariantCulture);
        var exponent = ExponentOf(exact, exact.IndexOf('E', StringComparison.Ordinal)) + rounded.Length - SignificantDigits;
        return Math.Abs(exponent) < SafeExponent
            ? LaidOut(sign + rounded.TrimEnd('0'), exponent)
            : Shortest(double.Parse($"{sign}{rounded}E{exponent - rounded.Length + 1}", CultureInfo.InvariantCulture));
    }

    private static int ExponentOf(string text, int letter) => int.Parse(text.AsSpan(letter + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Digits and a power of ten as text: without an exponent from 10⁻⁶ up to 10²¹.</summary>
    private static string LaidOut(string mantissa, int exponent)
    {
        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = mantissa.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var point = exponent + 1;
        if (point > 21 || point < -5)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? "" : "+")}{exponent}";
        }

        if (point <= 0)
        {
            return $"{sign}0.{new string('0', -point)}{digits}";
        }

        return point >= digits.Length ? sign + digits.PadRight(point, '0') : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    private static string NotFinite(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        return number > 0 ? "Infinity" : "-Infinity";
    }
}
