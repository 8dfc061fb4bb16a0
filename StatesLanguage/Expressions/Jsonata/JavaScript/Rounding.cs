using System.Globalization;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>Rounding of decimal numbers.</summary>
internal static class Rounding
{
    /// <summary>The number rounded to so many digits after the point (before it, if negative); a half goes to the even neighbour.</summary>
    /// <remarks>The point is moved in the text of the number: multiplying by a power of ten would add an error of its own.</remarks>
    public static double HalfEven(double number, double digits)
    {
        if (!double.IsFinite(number))
        {
            return number;
        }

        var shifted = digits == 0 ? number : Shifted(number, digits);
        var rounded = Math.Floor(shifted + 0.5);
        if (Math.Abs(shifted) >= 1L << 52)
        {
            rounded = shifted;
        }

        if (Math.Abs(rounded - shifted) == 0.5 && Math.Abs(rounded % 2) == 1)
        {
            rounded--;
        }

        return digits == 0 ? rounded + 0.0 : Shifted(rounded, -digits) + 0.0;
    }

    private static double Shifted(double number, double digits)
    {
        if (!double.IsFinite(number))
        {
            return number;
        }

        var parts = NumberText.Shortest(number).Split('e');
        var exponent = digits + (parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0);

        // A fraction of a digit makes no number in JavaScript.
        return exponent == Math.Truncate(exponent) && Math.Abs(exponent) < 1e9
            ? double.Parse($"{parts[0]}e{(long)exponent}", NumberStyles.Float, CultureInfo.InvariantCulture)
            : double.NaN;
    }
}
