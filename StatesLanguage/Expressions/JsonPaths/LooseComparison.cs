using System.Globalization;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>Compares two values as filters do.</summary>
/// <remarks>
/// The right-hand side of the filter is what is expected and decides the conversion: a text is read as a number against a number and as
/// a boolean against a boolean, but never the other way round. <c>null</c> and the text <c>null</c> are alike and come before all else.
/// </remarks>
internal static class LooseComparison
{
    public static LooseOrder Compare(Json expected, Json actual)
    {
        if (ReferenceEquals(expected, actual))
        {
            return LooseOrder.Equal;
        }

        return (IsNullish(expected), IsNullish(actual)) switch
        {
            (true, true) => LooseOrder.Equal,
            (true, false) => LooseOrder.Less,
            (false, true) => LooseOrder.Greater,
            _ => CompareKinds(expected, actual),
        };
    }

    private static bool IsNullish(Json value) => value is JsonNull or JsonString { Value: "null" };

    private static LooseOrder CompareKinds(Json expected, Json actual) => (expected, actual) switch
    {
        (JsonString e, JsonString a) => FromSign(string.CompareOrdinal(e.Value.Replace("\\'", "'", StringComparison.Ordinal), a.Value)),
        (JsonNumber e, JsonNumber a) => CompareNumbers(e.Text, a.Text),
        (JsonString e, JsonNumber a) => IsNumber(e.Value) ? CompareNumbers(e.Value, a.Text) : LooseOrder.NotANumber,
        (JsonString e, JsonBoolean a) => FromSign(string.Equals(e.Value, "true", StringComparison.OrdinalIgnoreCase).CompareTo(a.Value)),
        (JsonBoolean e, JsonBoolean a) => FromSign(e.Value.CompareTo(a.Value)),
        _ => LooseOrder.None,
    };

    private static LooseOrder CompareNumbers(string left, string right)
    {
        var order = Read(left).CompareTo(Read(right));

        // Whole numbers beyond 2^53 collapse as doubles; a decimal tells them apart.
        if (order == 0
            && decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var l)
            && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var r))
        {
            order = l.CompareTo(r);
        }

        return FromSign(order);
    }

    private static double Read(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Sign, digits with at most one point, exponent: no white space, and nothing that needs a culture.</summary>
    private static bool IsNumber(string text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var whole = SkipDigits(text, ref at);
        var fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            fraction = SkipDigits(text, ref at);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            at += at < text.Length && text[at] is '+' or '-' ? 1 : 0;
            if (SkipDigits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int SkipDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }

    private static LooseOrder FromSign(int sign) => sign < 0 ? LooseOrder.Less : sign > 0 ? LooseOrder.Greater : LooseOrder.Equal;
}
