using System.Globalization;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>How a part of a picture is read: a regular expression for its text, and what number the text means.</summary>
/// <param name="Specifier">The component; null for text between components.</param>
/// <param name="Expression">The regular expression, in JavaScript's form.</param>
/// <param name="Read">The number that a matching text means; null if it means none.</param>
internal sealed record ComponentParser(char? Specifier, string Expression, Func<string, double?> Read)
{
    /// <summary>How a part of a picture is read.</summary>
    /// <exception cref="JsonataFailure">The component cannot be read.</exception>
    public static ComponentParser For(MomentPart part)
    {
        if (part is not MomentPart.Component component)
        {
            return new ComponentParser(null, Escaped(((MomentPart.Literal)part).Text), _ => null);
        }

        if (component.Specifier is 'Z' or 'z')
        {
            return ForOffset(component);
        }

        return component.Number is { } number
            ? new ComponentParser(component.Specifier, number.Expression, text => number.Read(text))
            : ForName(component);
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => ".*+?^${}()|[]\\".Contains(c) ? $"\\{c}" : c.ToString()));

    private static ComponentParser ForName(MomentPart.Component component)
    {
        var names = component.Specifier switch
        {
            'M' or 'x' => MomentNames.Months.Select((name, index) => (Cut(name), index + 1)),
            'F' => MomentNames.Days.Select((name, index) => (Cut(name), index + 1)),
            'P' => [("am", 0), ("AM", 0), ("pm", 1), ("PM", 1)],
            _ => throw new JsonataFailure("D3133") { Value = Json.Of(component.Specifier.ToString()) },
        };
        var numbers = new Dictionary<string, int>();
        foreach (var (name, number) in names)
        {
            numbers[name] = number;
        }

        return new ComponentParser(component.Specifier, "[a-zA-Z]+", text => numbers.TryGetValue(text, out var number) ? number : null);

        string Cut(string name) => component.MaxWidth is > 0 and var width && width < name.Length ? name[..width] : name;
    }

    private static ComponentParser ForOffset(MomentPart.Component component)
    {
        var prefix = component.Specifier == 'z' ? "GMT" : "";
        var separator = component.Number is DigitsPicture { RegularDistance: > 0, Groupings: [var grouping, ..] } ? grouping.Separator : null;
        var expression = separator is null ? "[-+][0-9]+" : $"[-+][0-9]+{Escaped(separator)}[0-9]+";
        return new ComponentParser(component.Specifier, prefix + expression, text => Minutes(text[prefix.Length..], separator));
    }

    private static double? Minutes(string text, string? separator)
    {
        var end = separator is null ? Math.Min(3, text.Length) : text.IndexOf(separator, StringComparison.Ordinal);
        var rest = separator is null ? text[end..] : text[(end + 1)..];
        var hours = double.Parse(text.AsSpan(0, end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var minutes = rest.Length == 0 ? 0 : double.Parse(rest, CultureInfo.InvariantCulture);
        return (hours * 60) + minutes;
    }
}
