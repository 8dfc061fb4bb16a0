using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions about texts. Characters are Unicode's, not halves of surrogate pairs.</summary>
internal static class Texts
{
    public static Json? Of(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is { } value ? ValueText.Of(evaluation, value, isPretty: Truthiness.Of(arguments[1])) : null;

    public static Json? Substring(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString { Value: var text })
        {
            return null;
        }

        var count = CharacterCount(text);
        var start = arguments[1] is JsonNumber number ? number.Value : 0;
        start = count + start < 0 ? 0 : start;
        if (arguments[2] is not JsonNumber length)
        {
            return Slice(text, count, start, count);
        }

        if (length.Value <= 0)
        {
            return JsonString.Empty;
        }

        return Slice(text, count, start, start >= 0 ? start + length.Value : count + start + length.Value);
    }

    public static Json? SubstringBefore(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonString text, JsonString mark, ..])
        {
            return arguments[0];
        }

        var at = text.Value.IndexOf(mark.Value, StringComparison.Ordinal);
        return at < 0 ? text : Json.Of(text.Value[..at]);
    }

    public static Json? SubstringAfter(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonString text, JsonString mark, ..])
        {
            return arguments[0];
        }

        var at = text.Value.IndexOf(mark.Value, StringComparison.Ordinal);
        return at < 0 ? text : Json.Of(text.Value[(at + mark.Value.Length)..]);
    }

    public static Json? Lowercase(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonString text ? Json.Of(LetterCase.Lower(text.Value)) : null;

    public static Json? Uppercase(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonString text ? Json.Of(LetterCase.Upper(text.Value)) : null;

    public static Json? Length(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonString text ? Json.Of((long)CharacterCount(text.Value)) : null;

    /// <summary>Without white space at the ends, and with one space for each run of it within.</summary>
    public static Json? Trim(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString { Value: var text })
        {
            return null;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r';
            if (!isSpace)
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return Json.Of(result.ToString().TrimEnd(' '));
    }

    public static Json? Pad(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        var width = arguments[1] is JsonNumber number ? number.Value : double.NaN;
        var missing = Math.Abs(width) - CharacterCount(text.Value);
        if (!(missing > 0))
        {
            return text;
        }

        if (missing != Math.Truncate(missing) || missing >= uint.MaxValue)
        {
            throw new JsonataFailure(null) { Text = "Invalid array length" };
        }

        var filling = arguments[2] is JsonString { Value.Length: > 0 } given ? given.Value : " ";
        evaluation.Build((long)missing + text.Value.Length, evaluation.Scope.Limits.Characters);
        var padding = Repeated(filling, (int)missing);
        return evaluation.Text(width > 0 ? text.Value + padding : padding + text.Value);
    }

    public static Json? Join(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray texts)
        {
            return null;
        }

        var separator = arguments[1] is JsonString given ? given.Value : "";
        var length = texts.Count * (long)separator.Length;
        foreach (var text in texts.AsSpan())
        {
            length += ((JsonString)text).Value.Length;
        }

        evaluation.Build(length, evaluation.Scope.Limits.Characters);
        return Json.Of(string.Join(separator, texts.Select(text => ((JsonString)text).Value)));
    }

    private static int CharacterCount(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>The characters from a place up to another; places below nought count from the end, fractions are cut off.</summary>
    private static Json Slice(string text, int count, double start, double end)
    {
        var first = Place(start, count);
        var last = Place(end, count);
        return last <= first ? JsonString.Empty : Json.Of(text[UnitOf(text, count, first)..UnitOf(text, count, last)]);
    }

    private static int Place(double place, int count)
    {
        var whole = Math.Truncate(double.IsNaN(place) ? 0 : place);
        return (int)Math.Clamp(whole < 0 ? count + whole : whole, 0, count);
    }

    /// <summary>Where in the text a character begins.</summary>
    private static int UnitOf(string text, int count, int character)
    {
        if (count == text.Length)
        {
            return character;
        }

        var unit = 0;
        for (var passed = 0; passed < character; passed++)
        {
            unit += unit + 1 < text.Length && char.IsSurrogatePair(text[unit], text[unit + 1]) ? 2 : 1;
        }

        return unit;
    }

    private static string Repeated(string filling, int characters)
    {
        var count = CharacterCount(filling);
        var result = new StringBuilder();
        for (var left = characters; left > 0; left -= count)
        {
            result.Append(left >= count ? filling : filling.AsSpan(0, UnitOf(filling, count, left)));
        }

        return result.ToString();
    }
}
