using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Comparing;

/// <summary>Turns the placeholders of a recorded case into values, everywhere alike, so that definition, input and expectation agree.</summary>
public static partial class Placeholders
{
    /// <summary>The case with values for the placeholders that have one. Those that only a run can tell stay, as does <c>wild</c>.</summary>
    /// <param name="body">The case.</param>
    /// <param name="now">When its execution starts: times in it are made from this.</param>
    public static JsonObject Fill(JsonObject body, DateTimeOffset now)
    {
        var text = body.ToString();
        var expect = body["expect"]?.ToString() ?? "";
        foreach (var symbol in body.Items("symbols"))
        {
            if (symbol.Text("placeholder") is { } placeholder && Value(symbol, now) is { } value)
            {
                text = text.Replace(Escaped(placeholder), Escaped(WithSlip(value, symbol, expect)), StringComparison.Ordinal);
            }
        }

        text = text.Replace("<partition>", "aws", StringComparison.Ordinal).Replace("<region>", "us-east-1", StringComparison.Ordinal);
        var filled = WithBareNames((JsonObject)Json.Parse(text), now);
        return body["wild"] is { } wild ? filled.With("wild", wild) : filled;
    }

    /// <summary>The recorder wrote some placeholders without brackets where a text was nothing else.</summary>
    private static JsonObject WithBareNames(JsonObject filled, DateTimeOffset now)
    {
        var values = filled.Items("symbols")
            .Where(symbol => symbol.Text("recorded_as") is { Length: > 0 } bare && bare[0] != '<' && Value(symbol, now) is not null)
            .ToLookup(symbol => symbol.Text("recorded_as")!, symbol => Value(symbol, now)!);
        return values.Count > 0 && filled["expect"] is { } expect ? filled.With("expect", Replaced(expect)) : filled;

        Json Replaced(Json value) => value switch
        {
            JsonString bare when values[bare.Value].FirstOrDefault() is { } known => Json.Of(known),
            JsonArray items => JsonArray.Of(items.Select(Replaced)),
            JsonObject members => JsonObject.Of(members.Select(member => KeyValuePair.Create(member.Key, Replaced(member.Value)))),
            _ => value,
        };
    }

    /// <summary>A value is as good as any other, unless the recorder has let part of the real one slip: then it has to be that.</summary>
    private static string WithSlip(string value, Json symbol, string expect)
    {
        var stem = MadeUp().Match(symbol.Text("made_from") ?? "");
        if (!stem.Success || !value.Contains(stem.Groups["stem"].Value, StringComparison.Ordinal))
        {
            return value;
        }

        var slip = Regex.Match(expect, $"{Regex.Escape(stem.Groups["stem"].Value)}(?<uid>[0-9a-f]{{8}})\\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return slip.Success ? value[..(value.LastIndexOf(stem.Groups["stem"].Value, StringComparison.Ordinal) + stem.Groups["stem"].Length)] + slip.Groups["uid"].Value : value;
    }

    private static string? Value(Json symbol, DateTimeOffset now) =>
        symbol.Text("value") ?? (symbol.Text("made_from") is { } recipe && TimeRecipe().IsMatch(recipe) ? Time(recipe, now) : null);

    private static string Time(string recipe, DateTimeOffset now) => TimeRecipe().Replace(recipe, match =>
    {
        var moment = match.Groups["offset"].Success ? now.AddSeconds(long.Parse(match.Groups["offset"].ValueSpan)) : now;
        return PythonDirective().Replace(match.Groups["format"].Value, directive => moment.ToString(
            directive.Value[1] switch { 'Y' => "yyyy", 'm' => "MM", 'd' => "dd", 'H' => "HH", 'M' => "mm", 'S' => "ss", _ => "fff" }));
    });

    private static string Escaped(string text) => Json.Of(text).ToString()[1..^1];

    [GeneratedRegex(@"\$\{time:now(?:(?<offset>[+-][0-9]+)s)?\|(?<format>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeRecipe();

    [GeneratedRegex(@"(?<stem>[\w-]{6,})<uid:[0-9]+>$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MadeUp();

    [GeneratedRegex("%[YmdHMSf]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PythonDirective();
}
