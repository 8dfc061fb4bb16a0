using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>What a picture for decimal numbers must keep to.</summary>
/// <seealso href="https://www.w3.org/TR/xpath-functions-31/#syntax-of-picture-string">The rules in XPath</seealso>
internal static class SubPictureRules
{
    /// <summary>Holds a picture against the rules.</summary>
    /// <exception cref="JsonataFailure">A rule is broken; of several the last counts.</exception>
    public static void Check(SubPicture picture, DecimalSymbols symbols)
    {
        if (Broken(picture, symbols).LastOrDefault() is { } code)
        {
            throw new JsonataFailure(code);
        }
    }

    private static IEnumerable<string> Broken(SubPicture picture, DecimalSymbols symbols)
    {
        var text = picture.Text;
        if (Repeats(text, symbols.DecimalSeparator))
        {
            yield return "D3081";
        }

        if (Repeats(text, symbols.Percent))
        {
            yield return "D3082";
        }

        if (Repeats(text, symbols.PerMille))
        {
            yield return "D3083";
        }

        var (hasPercent, hasPerMille) = (Has(text, symbols.Percent), Has(text, symbols.PerMille));
        if (hasPercent && hasPerMille)
        {
            yield return "D3084";
        }

        if (!picture.Mantissa.Any(symbols.IsDigitOrOptional))
        {
            yield return "D3085";
        }

        if (!picture.Active.All(symbols.IsActive))
        {
            yield return "D3086";
        }

        var pointAt = text.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        if (pointAt >= 0)
        {
            if (IsGrouping(text, pointAt - 1, symbols) || IsGrouping(text, pointAt + 1, symbols))
            {
                yield return "D3087";
            }
        }
        else if (IsGrouping(picture.Integer, picture.Integer.Length - 1, symbols))
        {
            yield return "D3088";
        }

        if (Has(text, symbols.GroupingSeparator + symbols.GroupingSeparator))
        {
            yield return "D3089";
        }

        var optionalAt = picture.Integer.IndexOf(symbols.OptionalDigit, StringComparison.Ordinal);
        if (optionalAt >= 0 && picture.Integer[..optionalAt].Any(symbols.IsDigit))
        {
            yield return "D3090";
        }

        optionalAt = picture.Fraction.LastIndexOf(symbols.OptionalDigit, StringComparison.Ordinal);
        if (optionalAt >= 0 && picture.Fraction[optionalAt..].Any(symbols.IsDigit))
        {
            yield return "D3091";
        }

        if (picture.Exponent is not { } exponent)
        {
            yield break;
        }

        if (exponent.Length > 0 && (hasPercent || hasPerMille))
        {
            yield return "D3092";
        }

        if (exponent.Length == 0 || !exponent.All(symbols.IsDigit))
        {
            yield return "D3093";
        }
    }

    private static bool Has(string text, string symbol) => text.Contains(symbol, StringComparison.Ordinal);

    private static bool Repeats(string text, string symbol) =>
        text.IndexOf(symbol, StringComparison.Ordinal) != text.LastIndexOf(symbol, StringComparison.Ordinal);

    private static bool IsGrouping(string text, int at, DecimalSymbols symbols) =>
        at >= 0 && at < text.Length && symbols.GroupingSeparator.Length == 1 && text[at] == symbols.GroupingSeparator[0];
}
