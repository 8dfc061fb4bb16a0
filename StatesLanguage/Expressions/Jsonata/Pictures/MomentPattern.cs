using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>A picture turned round: takes the components out of a text.</summary>
internal sealed class MomentPattern
{
    private readonly ComponentParser[] parsers;
    private readonly Pattern pattern;

    /// <summary>Turns a picture round.</summary>
    /// <exception cref="JsonataFailure">A component cannot be read.</exception>
    public MomentPattern(IEnumerable<MomentPart> parts)
    {
        parsers = [.. parts.Select(ComponentParser.For)];
        pattern = Pattern.Parse($"^{string.Concat(parsers.Select(parser => $"({parser.Expression})"))}$", ignoreCase: true);
    }

    /// <summary>The components by their letters, null for one whose text means nothing; or null if the picture does not describe the text.</summary>
    public Dictionary<char, double?>? Components(string text, ref long steps)
    {
        if (pattern.Match(text, 0, ref steps) is not { } match)
        {
            return null;
        }

        var components = new Dictionary<char, double?>();
        for (var i = 0; i < parsers.Length; i++)
        {
            if (parsers[i].Specifier is { } specifier)
            {
                components[specifier] = parsers[i].Read(match.Groups[i]!);
            }
        }

        return components;
    }
}
