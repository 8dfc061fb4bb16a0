using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions that write numbers by a picture, and read them.</summary>
internal static class NumberFormats
{
    private const int LeastRadix = 2;
    private const int LargestRadix = 36;

    public static Json? FormatNumber(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonNumber number)
        {
            return null;
        }

        var picture = PictureOf(arguments[1]);
        var dialect = evaluation.Options.Dialect;
        var format = arguments[2] is JsonObject options
            ? DecimalPicture.Parse(picture.Value, new DecimalSymbols(SymbolsOf(options)), dialect)
            : KnownPictures.Decimal(picture, dialect);
        return evaluation.Text(format.Format(number.Value));
    }

    public static Json? FormatBase(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonNumber number)
        {
            return null;
        }

        var radix = arguments[1] is JsonNumber given ? Rounding.HalfEven(given.Value, 0) : 10;
        return radix is >= LeastRadix and <= LargestRadix
            ? Json.Of(NumberText.InBase(Rounding.HalfEven(number.Value, 0), (int)radix))
            : throw new JsonataFailure("D3100") { Value = JsonNumber.Calculated(radix) };
    }

    public static Json? FormatInteger(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonNumber number ? evaluation.Text(KnownPictures.Integer(PictureOf(arguments[1])).Format(Math.Floor(number.Value))) : null;

    public static Json? ParseInteger(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonString text ? JsonNumber.Calculated(KnownPictures.Integer(PictureOf(arguments[1])).Read(text.Value)) : null;

    private static JsonString PictureOf(Json? argument) =>
        argument is JsonString picture ? picture : throw new JsonataFailure(null) { Text = "Expected a picture string, found nothing" };

    private static IEnumerable<KeyValuePair<string, string>> SymbolsOf(JsonObject options)
    {
        foreach (var (name, symbol) in options)
        {
            yield return symbol is JsonString text
                ? new KeyValuePair<string, string>(name, text.Value)
                : throw new JsonataFailure(null) { Text = $"Expected a text as option \"{name}\" of the number format" };
        }
    }
}
