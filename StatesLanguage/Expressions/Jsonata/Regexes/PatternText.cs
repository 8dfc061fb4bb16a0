using System.Globalization;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>The text of a regular expression, and how far it was read.</summary>
internal sealed class PatternText(string source)
{
    /// <summary>The place of the next character.</summary>
    public int At { get; set; }

    public bool IsAtEnd => At >= source.Length;

    /// <summary>The next character; there must be one.</summary>
    public char Next => source[At];

    /// <summary>The character so many places after the next one, or null if the text ends before.</summary>
    public char? Ahead(int places) => At + places < source.Length ? source[At + places] : null;

    /// <summary>Reads the next character; there must be one.</summary>
    public char Take() => source[At++];

    /// <summary>Reads the next character if it is this one.</summary>
    public bool Take(char c)
    {
        if (!IsAtEnd && Next == c)
        {
            At++;
            return true;
        }

        return false;
    }

    /// <summary>Reads up to a character and past it.</summary>
    /// <returns>What is before it, or null if it does not come; then nothing is read.</returns>
    public string? TakeUpTo(char c)
    {
        var end = source.IndexOf(c, At);
        if (end < 0)
        {
            return null;
        }

        var taken = source[At..end];
        At = end + 1;
        return taken;
    }

    /// <summary>Reads a decimal number; one beyond 32 bits is as good as no bound, for no text is that long.</summary>
    public bool TryTakeCount(out int count)
    {
        var start = At;
        while (!IsAtEnd && char.IsAsciiDigit(Next))
        {
            At++;
        }

        count = int.TryParse(source.AsSpan(start, At - start), NumberStyles.None, CultureInfo.InvariantCulture, out var small) ? small : int.MaxValue;
        return At > start;
    }

    /// <summary>Reads the character whose code stands there in so many hexadecimal digits, or nothing.</summary>
    public char? TakeHex(int digits)
    {
        if (At + digits > source.Length
            || !ushort.TryParse(source.AsSpan(At, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        At += digits;
        return (char)code;
    }

    /// <summary>Reads the character whose code stands there in up to three octal digits.</summary>
    public char TakeOctal()
    {
        var code = 0;
        for (var digits = 0; digits < 3 && !IsAtEnd && Next is >= '0' and <= '7' && (code * 8) + (Next - '0') <= 255; digits++)
        {
            code = (code * 8) + (Take() - '0');
        }

        return (char)code;
    }

    public PatternSyntaxException Problem(string problem) => new(source, problem);
}
