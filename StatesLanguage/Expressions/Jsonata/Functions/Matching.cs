using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions that look for a text or a regular expression in a text.</summary>
internal static class Matching
{
    public static Json? Match(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        var limit = Limit(arguments[2], "D3040", index: 3);
        var results = new ListBuilder(evaluation);
        if (limit > 0)
        {
            var series = Start(evaluation, text.Value, arguments[1]);
            for (var count = 0; series.Current is { } match && count < limit; count++)
            {
                results.Add(ToResult(match));
                series.Advance();
            }
        }

        return results.ToSequence();
    }

    public static Json? Contains(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        return Json.Of(arguments[1] is JsonString part
            ? text.Value.Contains(part.Value, StringComparison.Ordinal)
            : Start(evaluation, text.Value, arguments[1]).Current is not null);
    }

    public static Json? Replace(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        if (arguments[1] is JsonString { Value.Length: 0 } empty)
        {
            throw new JsonataFailure("D3010") { Value = empty, Index = 2 };
        }

        var limit = Limit(arguments[3], "D3011", index: 4);
        if (!(limit > 0))
        {
            return text;
        }

        return arguments[1] is JsonString part
            ? ReplaceText(evaluation, text.Value, part.Value, arguments[2], limit)
            : ReplaceMatches(evaluation, text.Value, arguments[1], arguments[2], limit);
    }

    public static Json? Split(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonString text)
        {
            return null;
        }

        var limit = Limit(arguments[2], "D3020", index: 3);
        if (!(limit > 0))
        {
            return JsonArray.Empty;
        }

        return arguments[1] is JsonString separator
            ? SplitByText(evaluation, text.Value, separator.Value, limit)
            : SplitByMatches(evaluation, text.Value, arguments[1], limit);
    }

    /// <summary>How many matches count; without a limit all do.</summary>
    /// <exception cref="JsonataFailure">The limit is negative.</exception>
    private static double Limit(Json? argument, string code, int index)
    {
        var limit = argument is JsonNumber number ? number.Value : double.PositiveInfinity;
        return limit < 0 ? throw new JsonataFailure(code) { Value = argument, Index = index } : limit;
    }

    private static MatchSeries Start(Evaluation evaluation, string text, Json? pattern)
    {
        var matcher = pattern as Function ?? throw new JsonataFailure(null) { Text = "Expected a text or a regular expression to look for, found nothing" };
        var series = new MatchSeries(evaluation, matcher, text);
        series.Advance();
        return series;
    }

    private static JsonObject ToResult(FoundMatch match) =>
        JsonObject.Of(("match", Json.Of(match.Text)), ("index", Json.Of((long)match.Start)), ("groups", match.Groups));

    private static Json ReplaceText(Evaluation evaluation, string text, string part, Json? replacement, double limit)
    {
        // A template has no meaning here: nothing was matched that it could refer to. One that is missing is written as JavaScript does.
        var inserted = replacement switch { JsonString given => given.Value, null => "undefined", _ => throw new JsonataFailure("D3012") { Value = replacement } };
        var result = new StringBuilder(text.Length);
        var position = 0;
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0 && count < limit; at = text.IndexOf(part, position, StringComparison.Ordinal))
        {
            Append(evaluation, result, text.AsSpan(position, at - position), inserted);
            position = at + part.Length;
            count++;
        }

        return evaluation.Text(result.Append(text.AsSpan(position)).ToString());
    }

    private static Json ReplaceMatches(Evaluation evaluation, string text, Json? pattern, Json? replacement, double limit)
    {
        var series = Start(evaluation, text, pattern);
        var result = new StringBuilder(text.Length);
        var position = 0;
        for (var count = 0; series.Current is { } match && count < limit; count++)
        {
            var inserted = replacement is JsonString template
                ? ReplacementTemplate.Fill(template.Value, match)
                : Replacement(evaluation, replacement, match);
            Append(evaluation, result, text.AsSpan(position, Math.Max(0, match.Start - position)), inserted);
            position = Math.Min(text.Length, match.Start + match.Text.Length);
            series.Advance();
        }

        return evaluation.Text(result.Append(text.AsSpan(position)).ToString());
    }

    private static string Replacement(Evaluation evaluation, Json? replacement, FoundMatch match)
    {
        var function = replacement as Function ?? throw new JsonataFailure(null) { Text = "Expected a replacement, found nothing" };
        var found = JsonObject.Of(
            ("match", Json.Of(match.Text)),
            ("start", Json.Of((long)match.Start)),
            ("end", Json.Of((long)match.End)),
            ("groups", match.Groups));
        return evaluation.Call(function, found) switch
        {
            JsonString text => text.Value,
            var other => throw new JsonataFailure("D3012") { Value = other },
        };
    }

    private static void Append(Evaluation evaluation, StringBuilder result, ReadOnlySpan<char> kept, string inserted)
    {
        result.Append(kept).Append(inserted);
        if (result.Length > evaluation.Scope.Limits.Characters)
        {
            evaluation.Build(result.Length, evaluation.Scope.Limits.Characters);
        }
    }

    private static Json SplitByText(Evaluation evaluation, string text, string separator, double limit)
    {
        var parts = new ListBuilder(evaluation);
        var whole = Math.Truncate(limit);
        if (separator.Length == 0)
        {
            for (var i = 0; i < text.Length && i < whole; i++)
            {
                parts.Add(Json.Of(text[i].ToString()));
            }

            return parts.ToArray();
        }

        var position = 0;
        for (var at = text.IndexOf(separator, StringComparison.Ordinal); at >= 0 && parts.Count < whole; at = text.IndexOf(separator, position, StringComparison.Ordinal))
        {
            parts.Add(Json.Of(text[position..at]));
            position = at + separator.Length;
        }

        if (parts.Count < whole)
        {
            parts.Add(Json.Of(text[position..]));
        }

        return parts.ToArray();
    }

    private static Json SplitByMatches(Evaluation evaluation, string text, Json? pattern, double limit)
    {
        var series = Start(evaluation, text, pattern);
        var parts = new ListBuilder(evaluation);
        var position = 0;
        for (; series.Current is { } match && parts.Count < limit; series.Advance())
        {
            parts.Add(Json.Of(text[Math.Min(position, match.Start)..match.Start]));
            position = match.End;
        }

        if (parts.Count < limit)
        {
            parts.Add(Json.Of(text[position..]));
        }

        return parts.ToArray();
    }
}
