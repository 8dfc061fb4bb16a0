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
        foreach (var symbol in body.Items("symbols"))
        {
            if (symbol.Text("placeholder") is { } placeholder && Value(symbol, now) is { } value)
            {
                text = text.Replace(Escaped(placeholder), Escaped(value), StringComparison.Ordinal);
            }
        }

        text = text.Replace("<partition>", "aws", StringComparison.Ordinal).Replace("<region>", "us-east-1", StringComparison.Ordinal);
        var filled = (JsonObject)Json.Parse(text);
        return body["wild"] is { } wild ? filled.With("wild", wild) : filled;
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

    [GeneratedRegex("%[YmdHMSf]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PythonDirective();
}
