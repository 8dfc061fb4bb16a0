using System.Globalization;
using System.Numerics;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>A number as DynamoDB keeps it: decimal, of at most 38 digits.</summary>
internal readonly record struct DecimalNumber
{
    private const int MostDigits = 38;
    private const int LargestExponent = 125;
    private const int SmallestExponent = -130;

    /// <summary>What is added to an exponent to make it a positive number of four digits.</summary>
    private const int ExponentShift = 5_000;

    private readonly BigInteger coefficient;
    private readonly int exponent;

    private DecimalNumber(BigInteger coefficient, int exponent)
    {
        while (!coefficient.IsZero && coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        this.coefficient = coefficient;
        this.exponent = coefficient.IsZero ? 0 : exponent;
    }

    /// <summary>Reads one; false with the reason where DynamoDB would not keep it.</summary>
    public static bool TryParse(string text, out DecimalNumber number, out string problem)
    {
        number = default;
        problem = $"The parameter cannot be converted to a numeric value: {text}";
        var parts = text.Trim().Split('e', 'E');
        var power = 0;
        if (parts.Length > 2
            || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
            || Math.Abs(power) > ExponentShift)
        {
            return false;
        }

        var point = parts[0].IndexOf('.');
        var digits = point < 0 ? parts[0] : parts[0].Remove(point, 1);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return false;
        }

        number = new DecimalNumber(whole, power - (point < 0 ? 0 : parts[0].Length - point - 1));
        problem = number.Problem() ?? "";
        return problem.Length == 0;
    }

    /// <summary>The sum.</summary>
    public DecimalNumber Plus(DecimalNumber other)
    {
        var common = Math.Min(exponent, other.exponent);
        return new DecimalNumber(CoefficientAt(common) + other.CoefficientAt(common), common);
    }

    /// <summary>The difference.</summary>
    public DecimalNumber Minus(DecimalNumber other) => Plus(new DecimalNumber(-other.coefficient, other.exponent));

    /// <summary>Why DynamoDB would not keep it, or null.</summary>
    public string? Problem()
    {
        if (coefficient.IsZero)
        {
            return null;
        }

        var digits = DigitCount;
        return digits > MostDigits ? $"Attempting to store more than {MostDigits} significant digits in a Number"
            : exponent + digits - 1 > LargestExponent ? "Number overflow. Attempting to store a number with magnitude larger than supported range"
            : exponent + digits - 1 < SmallestExponent ? "Number underflow. Attempting to store a number with magnitude smaller than supported range"
            : null;
    }

    /// <summary>Less than zero where this is the smaller, more than zero where it is the larger.</summary>
    public int ComparedWith(DecimalNumber other)
    {
        var common = Math.Min(exponent, other.exponent);
        return CoefficientAt(common).CompareTo(other.CoefficientAt(common));
    }

    /// <summary>A text of ASCII characters that sorts, ordinally, like the number.</summary>
    public string ToSortable()
    {
        if (coefficient.IsZero)
        {
            return "1";
        }

        var digits = BigInteger.Abs(coefficient).ToString(CultureInfo.InvariantCulture);
        var magnitude = $"{exponent + digits.Length + ExponentShift:D4}{digits}";
        return coefficient.Sign > 0 ? $"2{magnitude}" : $"0{string.Concat(magnitude.Select(digit => (char)('0' + ('9' - digit))))}~";
    }

    /// <summary>All its digits, without an exponent.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(coefficient).ToString(CultureInfo.InvariantCulture);
        var sign = coefficient.Sign < 0 ? "-" : "";
        if (exponent >= 0)
        {
            return sign + digits + new string('0', exponent);
        }

        var padded = digits.PadLeft(1 - exponent, '0');
        return $"{sign}{padded[..^-exponent]}.{padded[^-exponent..]}";
    }

    private int DigitCount => BigInteger.Abs(coefficient).ToString(CultureInfo.InvariantCulture).Length;

    private BigInteger CoefficientAt(int lower) => coefficient * BigInteger.Pow(10, exponent - lower);
}
