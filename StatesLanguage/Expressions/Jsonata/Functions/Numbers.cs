using System.Globalization;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions about numbers.</summary>
internal static class Numbers
{
    public static Json? Of(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => arguments[0] switch
    {
        null => null,
        JsonNumber number => number,
        JsonBoolean boolean => Json.Of(boolean.Value ? 1L : 0L),
        JsonString text when TryRead(text.Value, out var number) => JsonNumber.Calculated(number),
        var other => throw new JsonataFailure("D3030") { Value = other, Index = 1 },
    };

    public static Json? Floor(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Mapped(arguments[0], Math.Floor);

    public static Json? Ceil(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Mapped(arguments[0], Math.Ceiling);

    public static Json? Abs(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Mapped(arguments[0], Math.Abs);

    public static Json? Round(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        var digits = arguments[1] is JsonNumber given ? given.Value : 0;
        return Mapped(arguments[0], number => Rounding.HalfEven(number, digits));
    }

    public static Json? Sqrt(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonNumber { Value: < 0 } negative
            ? throw new JsonataFailure("D3060") { Value = negative, Index = 1 }
            : Mapped(arguments[0], Math.Sqrt);

    public static Json? Power(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonNumber number)
        {
            return null;
        }

        var power = arguments[1] is JsonNumber exponent ? Math.Pow(number.Value, exponent.Value) : double.NaN;
        return double.IsFinite(power)
            ? JsonNumber.Calculated(power)
            : throw new JsonataFailure("D3061") { Value = number, Index = 1, Exponent = arguments[1] };
    }

    public static Json? Random(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => JsonNumber.Calculated(evaluation.Scope.NextDouble());

    private static JsonNumber? Mapped(Json? value, Func<double, double> map) =>
        value is JsonNumber number ? JsonNumber.Calculated(map(number.Value)) : null;

    private static bool TryRead(string text, out double number)
    {
        if (text.Length > 1 && text[0] == '0' && char.IsAsciiLetter(text[1]))
        {
            return TryReadInBase(text.AsSpan(2), text[1], out number);
        }

        number = 0;
        return IsDecimal(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>Whether a text is a decimal number as the language has it: digits on both sides of a point, no plus sign before it, no space.</summary>
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith("-") ? text[1..] : text;
        if (!TrySkipDigits(ref rest) || (rest.StartsWith(".") && !TrySkipDigits(ref rest, signs: ".")))
        {
            return false;
        }

        if (rest.StartsWith("e", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[1..];
            return TrySkipDigits(ref rest, signs: "+-") && rest.IsEmpty;
        }

        return rest.IsEmpty;
    }

    /// <summary>Skips one of the signs, if it is there, and the digits after it, of which there must be one.</summary>
    private static bool TrySkipDigits(ref ReadOnlySpan<char> text, string signs = "")
    {
        var start = !text.IsEmpty && signs.Contains(text[0]) ? 1 : 0;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        text = text[end..];
        return end > start;
    }

    private static bool TryReadInBase(ReadOnlySpan<char> digits, char letter, out double number)
    {
        var radix = letter switch { 'x' or 'X' => 16, 'o' or 'O' => 8, 'b' or 'B' => 2, _ => 0 };
        number = 0;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (value >= radix)
            {
                return false;
            }

            number = (number * radix) + value;
        }

        return digits.Length > 0 && radix > 0;
    }
}
