namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>Text to regular expression, by JavaScript's grammar without the flag <c>u</c>, lenient as browsers are: <c>]</c>, <c>{</c> and needless escapes stand for themselves.</summary>
internal sealed class PatternReader
{
    /// <summary>How deep groups may nest. Deeper ones are refused rather than left to exhaust a stack.</summary>
    private const int MaxDepth = 200;

    private readonly PatternText text;
    private readonly CharacterReader characters;
    private readonly PatternGroups groups;
    private int opened;
    private int depth;

    private PatternReader(string source, bool ignoreCase)
    {
        text = new PatternText(source);
        characters = new CharacterReader(text, ignoreCase);
        groups = PatternGroups.Of(source);
    }

    /// <summary>Reads a regular expression, and says how many groups it has.</summary>
    /// <exception cref="PatternSyntaxException">The text is not a regular expression.</exception>
    public static (PatternNode Root, int Groups) Read(string source, bool ignoreCase)
    {
        var reader = new PatternReader(source, ignoreCase);
        var root = reader.ReadChoice();
        return reader.text.IsAtEnd ? (root, reader.groups.Count) : throw reader.text.Problem("Unmatched ')'");
    }

    private PatternNode ReadChoice()
    {
        if (++depth > MaxDepth)
        {
            throw text.Problem("Regular expression too large");
        }

        var parts = new List<PatternNode> { ReadSequence() };
        while (text.Take('|'))
        {
            parts.Add(ReadSequence());
        }

        depth--;
        return parts is [var only] ? only : new PatternNode.Choice(parts);
    }

    private PatternNode ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (!text.IsAtEnd && text.Next is not ('|' or ')'))
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
        switch (text.Next)
        {
            case '^':
                text.At++;
                return new PatternNode.Start();
            case '$':
                text.At++;
                return new PatternNode.End();
            case '(':
                body = ReadGroup(out repeatable);
                break;
            case '.':
                text.At++;
                body = new PatternNode.One(CharacterSet.LineEnds.Complement());
                break;
            case '[':
                body = new PatternNode.One(characters.ReadSet());
                break;
            case '*' or '+' or '?':
                throw text.Problem("Nothing to repeat");
            case '{' when TryReadBounds(out _, out _):
                throw text.Problem("Nothing to repeat");
            case '\\':
                body = ReadEscape(out repeatable);
                break;
            default:
                body = new PatternNode.One(characters.ReadLiteral());
                break;
        }

        return repeatable ? ReadQuantifier(body, new GroupSpan(first + 1, opened + 1)) : body;
    }

    private PatternNode ReadGroup(out bool repeatable)
    {
        text.At++;
        repeatable = true;
        if (!text.Take('?'))
        {
            return ReadCapture();
        }

        if (text.Take(':'))
        {
            return ReadBody();
        }

        if (text.Take('='))
        {
            return new PatternNode.Look(ReadBody(), Behind: false, Negated: false);
        }

        if (text.Take('!'))
        {
            return new PatternNode.Look(ReadBody(), Behind: false, Negated: true);
        }

        if (!text.Take('<'))
        {
            throw text.Problem("Invalid group");
        }

        if (text.Ahead(0) is '=' or '!')
        {
            repeatable = false;
            return new PatternNode.Look(Negated: text.Take() == '!', Body: ReadBody(), Behind: true);
        }

        // The name is known already.
        text.TakeUpTo('>');
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
        return text.Take(')') ? body : throw text.Problem("Unterminated group");
    }

    private PatternNode ReadQuantifier(PatternNode body, GroupSpan inside)
    {
        int min;
        int? max;
        switch (text.Ahead(0))
        {
            case '*':
                (min, max) = (0, null);
                text.At++;
                break;
            case '+':
                (min, max) = (1, null);
                text.At++;
                break;
            case '?':
                (min, max) = (0, 1);
                text.At++;
                break;
            case '{' when TryReadBounds(out min, out max):
                break;
            default:
                return body;
        }

        if (max < min)
        {
            throw text.Problem("numbers out of order in {} quantifier");
        }

        return new PatternNode.Repeat(body, min, max, text.Take('?'), inside);
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,3}</c>; anything else in braces is text.</summary>
    private bool TryReadBounds(out int min, out int? max)
    {
        max = null;
        var start = text.At++;
        if (text.TryTakeCount(out min))
        {
            max = min;
            if (text.Take(','))
            {
                max = text.TryTakeCount(out var count) ? count : null;
            }

            if (text.Take('}'))
            {
                return true;
            }
        }

        text.At = start;
        return false;
    }

    private PatternNode ReadEscape(out bool repeatable)
    {
        repeatable = true;
        switch (text.Ahead(1))
        {
            case null:
                throw text.Problem("\\ at end of pattern");
            case 'b' or 'B':
                text.At++;
                repeatable = false;
                return new PatternNode.WordBoundary(Negated: text.Take() == 'B');
            case 'k' when groups.AnyNamed:
                text.At += 2;
                return ReadNamedReference();
            case >= '1' and <= '9' when TryReadReference(out var group):
                return new PatternNode.BackReference(group);
        }

        text.At++;
        return new PatternNode.One(characters.ReadEscape());
    }

    private PatternNode.BackReference ReadNamedReference()
    {
        var name = text.Take('<') ? text.TakeUpTo('>') : null;
        if (name is null)
        {
            throw text.Problem("Invalid named reference");
        }

        return groups.TryFind(name, out var group) ? new PatternNode.BackReference(group) : throw text.Problem("Invalid named capture referenced");
    }

    private bool TryReadReference(out int group)
    {
        var start = text.At++;
        if (text.TryTakeCount(out group) && group <= groups.Count)
        {
            return true;
        }

        text.At = start;
        return false;
    }
}
