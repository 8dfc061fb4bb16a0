using System.Text.RegularExpressions;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>Reads a filter.</summary>
/// <remarks>
/// A filter is cut first at every <c>&amp;&amp;</c> and <c>||</c>, then each part at its first operator, quotes or not; parentheses around a
/// part fall away. Only single quotes make a text: what stands in double quotes keeps them.
/// </remarks>
internal sealed class FilterReader
{
    /// <summary>How deep filters may nest. A path inside a filter must be definite, so none that works is deeper than one.</summary>
    private const int MaxDepth = 8;

    /// <summary>How many conditions a filter may have; each is tested on every item.</summary>
    private const int MaxConditions = 256;

    /// <summary>In the order in which they are looked for, which decides what <c>!==</c> means.</summary>
    private static readonly (string Sign, FilterOperator Operator)[] Operators =
    [
        ("==", FilterOperator.Equal),
        (">=", FilterOperator.GreaterOrEqual),
        ("<=", FilterOperator.LessOrEqual),
        ("!=", FilterOperator.NotEqual),
        ("<", FilterOperator.Less),
        (">", FilterOperator.Greater),
        ("=~", FilterOperator.Matches),
    ];

    private readonly int depth;
    private readonly Func<string, JsonPathSyntaxException> unexpected;

    private FilterReader(int depth, Func<string, JsonPathSyntaxException> unexpected)
    {
        this.depth = depth;
        this.unexpected = unexpected;
    }

    /// <summary>Reads a filter with its brackets: <c>[?(…)]</c>.</summary>
    public static Filter Read(string text, int depth, Func<string, JsonPathSyntaxException> unexpected)
    {
        var inner = text[1..^1].Trim();
        var condition = inner.StartsWith('?') ? inner[1..].Trim() : inner;
        if (condition.Length < 2 || condition[0] != '(' || condition[^1] != ')')
        {
            throw unexpected($"expected a filter of the form [?(…)], found '{text}'");
        }

        if (depth >= MaxDepth)
        {
            throw unexpected($"expected at most {MaxDepth} filters inside one another, found more");
        }

        return new FilterReader(depth, unexpected).ReadAlternatives(condition[1..^1]);
    }

    private Filter ReadAlternatives(string condition)
    {
        Filter[][] alternatives = [.. condition.Split("||").Select(part => ReadAll(part))];
        if (alternatives.Sum(a => a.Length) > MaxConditions)
        {
            throw unexpected($"expected at most {MaxConditions} conditions in a filter, found more");
        }

        return alternatives is [[var only]] ? only : new Filter.AnyOfAll(alternatives);
    }

    private Filter[] ReadAll(string condition) => [.. condition.Split("&&").Select(ReadPart)];

    private Filter ReadPart(string text)
    {
        var part = text.TrimStart(['[', '?', '(', ' ']).TrimEnd([')', ' ']).Trim();
        if (part.Length == 0)
        {
            throw unexpected($"expected a condition, found '{text}'");
        }

        foreach (var (sign, comparison) in Operators)
        {
            var found = part.IndexOf(sign, StringComparison.Ordinal);
            if (found >= 0)
            {
                return new Filter.Comparison(ReadOperand(part[..found].Trim()), comparison, ReadOperand(part[(found + sign.Length)..].Trim()));
            }
        }

        return ReadExists(part);
    }

    private Filter.Exists ReadExists(string part)
    {
        var expected = part[0] != '!';
        var path = expected ? part : part[1..];
        return path.StartsWith('@') || (expected && path.StartsWith('$'))
            ? new Filter.Exists(ReadPath(path), expected)
            : throw unexpected($"expected a comparison or a path that starts '@' or '$', found '{part}'");
    }

    private FilterOperand ReadOperand(string text)
    {
        if (text.StartsWith('$') || text.StartsWith('@'))
        {
            return new FilterOperand.Reference(ReadPath(text));
        }

        if (text.StartsWith("!@", StringComparison.Ordinal))
        {
            throw unexpected($"expected '!' only before a path that stands alone, found '{text}' in a comparison");
        }

        if (text.Length > 1 && text[0] == '\'' && text[^1] == '\'')
        {
            return new FilterOperand.Literal(text[1..^1]);
        }

        if (text.Length > 1 && text[0] == '/' && text[^1] == '/')
        {
            return ReadPattern(text[1..^1], RegexOptions.None);
        }

        return text.Length > 2 && text[0] == '/' && text.EndsWith("/i", StringComparison.Ordinal)
            ? ReadPattern(text[1..^2], RegexOptions.IgnoreCase)
            : new FilterOperand.Literal(text);
    }

    private FilterPath ReadPath(string text)
    {
        var path = JsonPath.FromSteps(text, PathReader.Read(text, depth + 1));
        return path.IsDefinite
            ? new FilterPath(text[0] == '$', path)
            : throw unexpected($"expected a path to one value in a filter, found '{text}'");
    }

    private FilterOperand.Pattern ReadPattern(string pattern, RegexOptions options)
    {
        try
        {
            // Without backtracking a match takes time in proportion to the text, whatever the pattern; look-around is the price.
            return new FilterOperand.Pattern(new Regex(
                $@"\A(?:{pattern})\z", options | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw unexpected($"expected a regular expression (without look-around and back-references), found '/{pattern}/' ({e.Message})");
        }
    }
}
