using System.Buffers;
using System.Globalization;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>Reads what stands between brackets. The first character that means something decides what it is; what cannot be read is skipped.</summary>
internal sealed class BracketReader
{
    private static readonly SearchValues<char> OfUnboundFilter = SearchValues.Create("?,* \t\r\n\f\v");

    private readonly string text;
    private readonly Func<int, string, JsonPathSyntaxException> unexpected;
    private int at;

    private BracketReader(string text, Func<int, string, JsonPathSyntaxException> unexpected)
    {
        this.text = text;
        this.unexpected = unexpected;
    }

    /// <summary>The step for a name written behind a dot. A quote in it has the effect it has between brackets.</summary>
    public static PathStep.Names Name(string name) =>
        name.AsSpan().ContainsAny('\'', ']')
            ? new PathStep.Names([.. QuotedNames($"'{name}']")])
            : new PathStep.Names([name]);

    /// <summary>The step for <paramref name="fragment"/>, brackets included.</summary>
    public static PathStep Read(string fragment, int depth, Func<int, string, JsonPathSyntaxException> unexpected)
    {
        if (fragment == "[*]")
        {
            return new PathStep.Wildcard();
        }

        return IsUnboundFilter(fragment)
            ? new PathStep.Filtered(new Filter.Unbound())
            : new BracketReader(fragment, unexpected).Read(depth);
    }

    /// <summary><c>[?]</c>, <c>[ ? ]</c>, <c>[?,?]</c>.</summary>
    private static bool IsUnboundFilter(string fragment) =>
        fragment[^1] == ']'
        && fragment[1..^1].TrimStart().StartsWith('?')
        && !fragment.AsSpan(1, fragment.Length - 2).ContainsAnyExcept(OfUnboundFilter);

    /// <summary>The texts between quotes, up to the bracket that ends them. A backslash escapes nothing.</summary>
    private static List<string> QuotedNames(ReadOnlySpan<char> source)
    {
        var names = new List<string>();
        var open = -1;
        for (var i = 0; i < source.Length && source[i] != ']'; i++)
        {
            if (source[i] != '\'')
            {
                continue;
            }

            if (open < 0)
            {
                open = i + 1;
            }
            else
            {
                names.Add(source[open..i].ToString());
                open = -1;
            }
        }

        return names;
    }

    private PathStep Read(int depth)
    {
        for (at = 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '?':
                    return new PathStep.Filtered(FilterReader.Read(FilterText(), depth, message => unexpected(at, message)));
                case '\'':
                    return ReadNames();
                case '@':
                    return ReadBeforeEnd();
                case ':' or '-':
                case >= '0' and <= '9':
                    return ReadIndexes();
            }
        }

        throw unexpected(0, $"expected a quoted name, an index, a slice, '*' or a filter, found '{text}'");
    }

    private PathStep.Names ReadNames() =>
        text[^1] == ']' ? new PathStep.Names([.. QuotedNames(text.AsSpan(at))]) : throw Unclosed();

    private PathStep.BeforeEnd ReadBeforeEnd()
    {
        var minus = text.IndexOf('-', at);
        var close = minus < 0 ? -1 : text.IndexOfAny([')', ']'], minus);
        return close < 0
            ? throw unexpected(at, $"expected '(@.length-1)', found '{text}'")
            : new PathStep.BeforeEnd(Number(text[(minus + 1)..close]));
    }

    private PathStep ReadIndexes()
    {
        var numbers = new List<int>();
        var start = at;
        while (true)
        {
            var digits = Digits();
            switch (at < text.Length ? text[at] : throw Unclosed())
            {
                case ':' when digits.Length == 0 && numbers.Count == 0:
                    at++;
                    return new PathStep.Slice(null, Number(Digits()));
                case ':':
                    at++;
                    var to = Digits();
                    return new PathStep.Slice(Number(digits), to.Length == 0 ? null : Number(to));
                case ',':
                    AddIfAny(numbers, digits);
                    at++;
                    break;
                default:
                    AddIfAny(numbers, digits);
                    return numbers.Count > 0
                        ? new PathStep.Indexes([.. numbers])
                        : throw unexpected(start, $"expected an index, found '{text}'");
            }
        }
    }

    private void AddIfAny(List<int> numbers, string digits)
    {
        if (digits.Length > 0)
        {
            numbers.Add(Number(digits));
        }
    }

    /// <summary>Digits and minus signs; spaces among them do not count.</summary>
    private string Digits()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or ' '))
        {
            at++;
        }

        return text[start..at].Replace(" ", "", StringComparison.Ordinal);
    }

    private int Number(string digits) =>
        int.TryParse(digits.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw unexpected(at, $"expected a whole number of 32 bits, found '{digits}'");

    /// <summary>The brackets around the filter: from the first to the one that closes it where no quote and no parenthesis is open.</summary>
    private string FilterText()
    {
        var parentheses = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\'' && text[Math.Max(0, i - 1)] != '\\')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ']' && parentheses == 0)
                {
                    return text[..(i + 1)];
                }
            }
        }

        throw unexpected(text.Length, "expected ')]' to close the filter, found the end of it");
    }

    private JsonPathSyntaxException Unclosed() => unexpected(text.Length, "expected ']', found the end of the path");
}
