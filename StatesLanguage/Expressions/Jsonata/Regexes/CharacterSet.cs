namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>A set of UTF-16 code units, which is what regular expressions without the flag <c>u</c> look at.</summary>
internal sealed class CharacterSet
{
    public static readonly CharacterSet Digits = new([('0', '9')]);
    public static readonly CharacterSet Word = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);
    public static readonly CharacterSet Space = new(
        [('\t', '\r'), (' ', ' '), ('\u00a0', '\u00a0'), ('\u1680', '\u1680'), ('\u2000', '\u200a'), ('\u2028', '\u2029'), ('\u202f', '\u202f'), ('\u205f', '\u205f'), ('\u3000', '\u3000'), ('\ufeff', '\ufeff')]);

    public static readonly CharacterSet LineEnds = new([('\n', '\n'), ('\r', '\r'), ('\u2028', '\u2029')]);
    public static readonly CharacterSet All = new([('\0', '\uffff')]);
    public static readonly CharacterSet None = new([]);

    private static readonly CharacterSet[] AsciiSingles = [.. Enumerable.Range(0, 128).Select(c => new CharacterSet([((char)c, (char)c)]))];

    /// <summary>Each character of ASCII without regard to case.</summary>
    private static readonly CharacterSet[] AsciiFolded = [.. AsciiSingles.Select(single => Folded(single.ranges))];

    /// <summary>In order, and neither overlapping nor touching.</summary>
    private readonly (char First, char Last)[] ranges;

    private readonly UInt128 ascii;

    private CharacterSet((char First, char Last)[] ranges)
    {
        this.ranges = ranges;
        foreach (var (first, last) in ranges)
        {
            for (int c = first; c <= last && c < 128; c++)
            {
                ascii |= UInt128.One << c;
            }
        }
    }

    /// <summary>The one character in the set, if there is just one.</summary>
    public char? Only => ranges is [var (first, last)] && first == last ? first : null;

    public static CharacterSet Of(char only) => only < AsciiSingles.Length ? AsciiSingles[only] : new([(only, only)]);

    public static CharacterSet Range(char first, char last) => new([(first, last)]);

    public static CharacterSet Union(IEnumerable<CharacterSet> sets)
    {
        var merged = new List<(char First, char Last)>();
        foreach (var (first, last) in sets.SelectMany(set => set.ranges).OrderBy(range => range.First))
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, last > merged[^1].Last ? last : merged[^1].Last);
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return new CharacterSet([.. merged]);
    }

    public CharacterSet Complement()
    {
        var gaps = new List<(char, char)>();
        var next = 0;
        foreach (var (first, last) in ranges)
        {
            if (first > next)
            {
                gaps.Add(((char)next, (char)(first - 1)));
            }

            next = last + 1;
        }

        if (next <= char.MaxValue)
        {
            gaps.Add(((char)next, char.MaxValue));
        }

        return new CharacterSet([.. gaps]);
    }

    /// <summary>Every character that equals one of the set when case is ignored.</summary>
    public CharacterSet IgnoringCase() => Only is { } only && only < AsciiFolded.Length ? AsciiFolded[only] : Folded(ranges);

    public bool Contains(char c) => c < 128 ? (ascii >> c & 1) != 0 : ContainsBeyondAscii(c);

    private static CharacterSet Folded((char First, char Last)[] ranges) =>
        Union(ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).SelectMany(c => CaseFolding.SameAs((char)c)).Distinct().Select(Of));

    private bool ContainsBeyondAscii(char c)
    {
        int low = 0, high = ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (c < ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (c > ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
