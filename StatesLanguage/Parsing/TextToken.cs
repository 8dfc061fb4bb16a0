using System.Globalization;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Walks along a text as JSON writes it, so that a character of the text is found in the file: an escape is one character there and several here.</summary>
internal ref struct TextToken
{
    private readonly ReadOnlySpan<byte> utf8;

    /// <summary>Stands at the first character of a text.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="start">Where the text's opening quote is.</param>
    public TextToken(ReadOnlySpan<byte> utf8, int start)
    {
        this.utf8 = utf8;
        Offset = start + 1;
    }

    /// <summary>The byte at which the current character begins.</summary>
    public int Offset { get; private set; }

    /// <summary>Whether all characters are behind.</summary>
    public readonly bool IsAtEnd => utf8[Offset] == '"';

    private readonly bool IsEscape => utf8[Offset] == '\\';

    /// <summary>Goes on by some characters (counted as UTF-16 does), but not beyond the end.</summary>
    public void Skip(int characters)
    {
        while (characters > 0 && !IsAtEnd)
        {
            characters -= Step();
        }
    }

    /// <summary>Goes on to the first character that is no white space.</summary>
    public void SkipWhiteSpace()
    {
        while (!IsAtEnd && IsWhiteSpace())
        {
            Step();
        }
    }

    /// <summary>Goes on by one code point and tells how many characters it was.</summary>
    private int Step()
    {
        if (IsEscape)
        {
            Offset += utf8[Offset + 1] == 'u' ? 6 : 2;
            return 1;
        }

        Rune.DecodeFromUtf8(utf8[Offset..], out var rune, out var length);
        Offset += length;
        return rune.Utf16SequenceLength;
    }

    private readonly bool IsWhiteSpace()
    {
        if (!IsEscape)
        {
            Rune.DecodeFromUtf8(utf8[Offset..], out var rune, out _);
            return Rune.IsWhiteSpace(rune);
        }

        return utf8[Offset + 1] switch
        {
            (byte)'n' or (byte)'r' or (byte)'t' or (byte)'f' => true,
            (byte)'u' => char.IsWhiteSpace((char)ushort.Parse(utf8.Slice(Offset + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
            _ => false,
        };
    }
}
