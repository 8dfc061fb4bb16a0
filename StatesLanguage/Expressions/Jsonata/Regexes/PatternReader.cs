using System.Globalization;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>Text to regular expression, by JavaScript's grammar without the flag <c>u</c>, lenient as browsers are: <c>]</c>, <c>{</c> and needless escapes stand for themselves.</summary>
internal sealed class PatternReader
{
    /// <summary>How deep groups may nest. Deeper ones are refused rather than left to exhaust a stack.</summary>
    private const int MaxDepth = 200;

    private readonly string source;
    private readonly PatternGroups groups;
    private readonly bool ignoreCase;
    private int at;
    private int opened;
    private int depth;

    private PatternReader(string source, bool ignoreCase)
    {
        this.source = source;
        this.ignoreCase = ignoreCase;
        groups = PatternGroups.Of(source);
    }

    /// <summary>Reads a regular expression, and says how many groups it has.</summary>
    /// <exception cref="PatternSyntaxException">The text is not a regular expression.</exception>
    public static (PatternNode Root, int Groups) Read(string source, bool ignoreCase)
    {
        var reader = new PatternReader(source, ignoreCase);
        var root = reader.ReadChoice();
        if (reader.at < source.Length)
        {
            throw reader.Problem("Unmatched ')'");
        }

        return (root, reader.groups.Count);
    }

    private PatternNode ReadChoice()
    {
        if (++depth > MaxDepth)
        {
            throw Problem("Regular expression too large");
        }

        var parts = new List<PatternNode> { ReadSequence() };
        while (Take('|'))
        {
            parts.Add(ReadSequence());
        }

        depth--;
        return parts is [var only] ? only : new PatternNode.Choice(parts);
    }

    private PatternNode ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (at < source.Length && source[at] is not ('|' or ')'))
        {
            parts.Add(ReadTerm());
        }

        return parts is [var only] ? only : new PatternNode.Sequence(parts);
    }

    private PatternNode ReadTerm()
    {
        var first = opened;
        var repeatable = true;
        PatternNode body;
        switch (source[at])
        {
            case '^':
                at++;
                return new PatternNode.Start();
            case '$':
                at++;
                return new PatternNode.End();
            case '(':
                body = ReadGroup(out repeatable);
                break;
            case '.':
                at++;
                body = new PatternNode.One(CharacterSet.LineEnds.Complement());
                break;
            case '[':
                body = new PatternNode.One(ReadSet());
                break;
            case '*' or '+' or '?':
                throw Problem("Nothing to repeat");
            case '{' when TryReadBounds(out _, out _):
                throw Problem("Nothing to repeat");
            case '\\':
                body = ReadEscape(out repeatable);
                break;
            default:
                body = Literal(source[at++]);
                break;
        }

        return repeatable ? ReadQuantifier(body, new GroupSpan(first + 1, opened + 1)) : body;
    }

    private PatternNode ReadGroup(out bool repeatable)
    {
        at++;
        repeatable = true;
        if (!Take('?'))
        {
            return ReadCapture();
        }

        if (Take(':'))
        {
            return ReadBody();
        }

        if (Take('='))
        {
            return new PatternNode.Look(ReadBody(), Behind: false, Negated: false);
        }

        if (Take('!'))
        {
            return new PatternNode.Look(ReadBody(), Behind: false, Negated: true);
        }

        if (!Take('<'))
        {
            throw Problem("Invalid group");
        }

        if (at < source.Length && source[at] is '=' or '!')
        {
            repeatable = false;
            return new PatternNode.Look(Negated: source[at++] == '!', Body: ReadBody(), Behind: true);
        }

        at = source.IndexOf('>', at) + 1;
        return ReadCapture();
    }

    private PatternNode.Capture ReadCapture()
    {
        var group = ++opened;
        return new PatternNode.Capture(group, ReadBody());
    }

    private PatternNode ReadBody()
    {
        var body = ReadChoice();
        return Take(')') ? body : throw Problem("Unterminated group");
    }

    private PatternNode ReadQuantifier(PatternNode body, GroupSpan inside)
    {
        int min;
        int? max;
        switch (at < source.Length ? source[at] : '\0')
        {
            case '*':
                (min, max) = (0, null);
                at++;
                break;
            case '+':
                (min, max) = (1, null);
                at++;
                break;
            case '?':
                (min, max) = (0, 1);
                at++;
                break;
            case '{' when TryReadBounds(out min, out max):
                break;
            default:
                return body;
        }

        if (max < min)
        {
            throw Problem("numbers out of order in {} quantifier");
        }

        return new PatternNode.Repeat(body, min, max, Take('?'), inside);
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,3}</c>; anything else in braces is text.</summary>
    private bool TryReadBounds(out int min, out int? max)
    {
        max = null;
        var start = at++;
        if (TryReadCount(out min))
        {
            max = min;
            if (Take(','))
            {
                max = TryReadCount(out var count) ? count : null;
            }

            if (Take('}'))
            {
                return true;
            }
        }

        at = start;
        return false;
    }

    private bool TryReadCount(out int count)
    {
        var start = at;
        while (at < source.Length && char.IsAsciiDigit(source[at]))
        {
            at++;
        }

        // A count beyond 32 bits is as good as no bound: no text is that long.
        count = int.TryParse(source.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var small) ? small : int.MaxValue;
        return at > start;
    }

    private PatternNode ReadEscape(out bool repeatable)
    {
        repeatable = true;
        if (at + 1 == source.Length)
        {
            throw Problem("\\ at end of pattern");
        }

        var c = source[at + 1];
        switch (c)
        {
            case 'b' or 'B':
                at += 2;
                repeatable = false;
                return new PatternNode.WordBoundary(Negated: c == 'B');
            case 'k' when groups.AnyNamed:
                at += 2;
                return ReadNamedReference();
            case >= '1' and <= '9' when TryReadReference(out var group):
                return new PatternNode.BackReference(group);
        }

        at++;
        return ReadClassEscape() is { } set ? new PatternNode.One(set) : Literal(ReadCharacterEscape(inSet: false));
    }

    private PatternNode.BackReference ReadNamedReference()
    {
        var end = at < source.Length && source[at] == '<' ? source.IndexOf('>', at) : -1;
        if (end < 0)
        {
            throw Problem("Invalid named reference");
        }

        var name = source[(at + 1)..end];
        at = end + 1;
        return groups.TryFind(name, out var group) ? new PatternNode.BackReference(group) : throw Problem("Invalid named capture referenced");
    }

    private bool TryReadReference(out int group)
    {
        var start = at++;
        if (TryReadCount(out group) && group <= groups.Count)
        {
            return true;
        }

        at = start;
        return false;
    }

    /// <summary>What <c>\d</c>, <c>\w</c>, <c>\s</c> and their opposites stand for, or null if the escape is another; the backslash has been read.</summary>
    private CharacterSet? ReadClassEscape()
    {
        var set = source[at] switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Complement(),
            'w' => CharacterSet.Word,
            'W' => CharacterSet.Word.Complement(),
            's' => CharacterSet.Space,
            'S' => CharacterSet.Space.Complement(),
            _ => null,
        };
        at += set is null ? 0 : 1;
        return set;
    }

    private char ReadCharacterEscape(bool inSet)
    {
        var c = source[at++];
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'b' when inSet: return '\b';
            case 'x': return ReadHex(2) ?? c;
            case 'u': return ReadHex(4) ?? c;
            case 'c' when at < source.Length && (char.IsAsciiLetter(source[at]) || (inSet && (char.IsAsciiDigit(source[at]) || source[at] == '_'))):
                return (char)(source[at++] % 32);
            case 'c':
                // An unfinished control escape is a backslash and a c.
                at--;
                return '\\';
            case >= '0' and <= '7':
                at--;
                return ReadOctal();
            default:
                return c;
        }
    }

    private char? ReadHex(int digits)
    {
        if (at + digits > source.Length
            || !ushort.TryParse(source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        at += digits;
        return (char)code;
    }

    private char ReadOctal()
    {
        var code = 0;
        for (var digits = 0; digits < 3 && at < source.Length && source[at] is >= '0' and <= '7' && (code * 8) + (source[at] - '0') <= 255; digits++)
        {
            code = (code * 8) + (source[at++] - '0');
        }

        return (char)code;
    }

    private CharacterSet ReadSet()
    {
        at++;
        var negated = Take('^');
        var sets = new List<CharacterSet>();
        while (!Take(']'))
        {
            ReadSetItem(sets);
        }

        var set = CharacterSet.Union(sets);
        if (ignoreCase)
        {
            set = set.IgnoringCase();
        }

        return negated ? set.Complement() : set;
    }

    private void ReadSetItem(List<CharacterSet> sets)
    {
        var first = ReadSetAtom();
        if (at + 1 >= source.Length || source[at] != '-' || source[at + 1] == ']')
        {
            sets.Add(first);
            return;
        }

        at++;
        var last = ReadSetAtom();
        if (first.Only is not { } from || last.Only is not { } to)
        {
            sets.AddRange([first, CharacterSet.Of('-'), last]);
            return;
        }

        sets.Add(from <= to ? CharacterSet.Range(from, to) : throw Problem("Range out of order in character class"));
    }

    private CharacterSet ReadSetAtom()
    {
        if (at >= source.Length)
        {
            throw Problem("Unterminated character class");
        }

        var c = source[at++];
        if (c != '\\')
        {
            return CharacterSet.Of(c);
        }

        if (at == source.Length)
        {
            throw Problem("\\ at end of pattern");
        }

        return ReadClassEscape() ?? CharacterSet.Of(ReadCharacterEscape(inSet: true));
    }

    private PatternNode.One Literal(char c)
    {
        var set = CharacterSet.Of(c);
        return new PatternNode.One(ignoreCase ? set.IgnoringCase() : set);
    }

    private bool Take(char c)
    {
        if (at < source.Length && source[at] == c)
        {
            at++;
            return true;
        }

        return false;
    }

    private PatternSyntaxException Problem(string problem) => new(source, problem);
}
