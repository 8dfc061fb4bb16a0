namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>Reads what stands for characters in a regular expression: sets in brackets, and escapes.</summary>
internal sealed class CharacterReader(PatternText text, bool ignoreCase)
{
    /// <summary>Reads a character that stands for itself.</summary>
    public CharacterSet ReadLiteral() => Cased(CharacterSet.Of(text.Take()));

    /// <summary>Reads the rest of an escape, after its backslash.</summary>
    public CharacterSet ReadEscape() => ReadClassEscape() ?? Cased(CharacterSet.Of(ReadCharacterEscape(inSet: false)));

    /// <summary>Reads a set in brackets.</summary>
    public CharacterSet ReadSet()
    {
        text.At++;
        var negated = text.Take('^');
        var sets = new List<CharacterSet>();
        while (!text.Take(']'))
        {
            ReadSetItem(sets);
        }

        var set = Cased(CharacterSet.Union(sets));
        return negated ? set.Complement() : set;
    }

    private void ReadSetItem(List<CharacterSet> sets)
    {
        var first = ReadSetAtom();
        if (text.Ahead(1) is null or ']' || text.Next != '-')
        {
            sets.Add(first);
            return;
        }

        text.At++;
        var last = ReadSetAtom();
        if (first.Only is not { } from || last.Only is not { } to)
        {
            sets.AddRange([first, CharacterSet.Of('-'), last]);
            return;
        }

        sets.Add(from <= to ? CharacterSet.Range(from, to) : throw text.Problem("Range out of order in character class"));
    }

    private CharacterSet ReadSetAtom()
    {
        if (text.IsAtEnd)
        {
            throw text.Problem("Unterminated character class");
        }

        var c = text.Take();
        if (c != '\\')
        {
            return CharacterSet.Of(c);
        }

        if (text.IsAtEnd)
        {
            throw text.Problem("\\ at end of pattern");
        }

        return ReadClassEscape() ?? CharacterSet.Of(ReadCharacterEscape(inSet: true));
    }

    /// <summary>What <c>\d</c>, <c>\w</c>, <c>\s</c> and their opposites stand for, or null if the escape is another; the backslash has been read.</summary>
    private CharacterSet? ReadClassEscape()
    {
        var set = text.Next switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Complement(),
            'w' => CharacterSet.Word,
            'W' => CharacterSet.Word.Complement(),
            's' => CharacterSet.Space,
            'S' => CharacterSet.Space.Complement(),
            _ => null,
        };
        text.At += set is null ? 0 : 1;
        return set;
    }

    private char ReadCharacterEscape(bool inSet)
    {
        var c = text.Take();
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'b' when inSet: return '\b';
            case 'x': return text.TakeHex(2) ?? c;
            case 'u': return text.TakeHex(4) ?? c;
            case 'c' when !text.IsAtEnd && (char.IsAsciiLetter(text.Next) || (inSet && (char.IsAsciiDigit(text.Next) || text.Next == '_'))):
                return (char)(text.Take() % 32);
            case 'c':
                // An unfinished control escape is a backslash and a c.
                text.At--;
                return '\\';
            case >= '0' and <= '7':
                text.At--;
                return text.TakeOctal();
            default:
                return c;
        }
    }

    private CharacterSet Cased(CharacterSet set) => ignoreCase ? set.IgnoringCase() : set;
}
