using System.Text;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>Ten digits of one script, which follow each other in Unicode. Known by its nought.</summary>
internal readonly record struct DigitFamily(int Zero)
{
    /// <summary>0 to 9.</summary>
    public static readonly DigitFamily Ascii = new('0');

    private static readonly int[] Zeros =
    [
        '0', 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0,
        0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    /// <summary>The family that a character belongs to, if it is a digit.</summary>
    public static DigitFamily? Of(Rune character)
    {
        foreach (var zero in Zeros)
        {
            if (character.Value >= zero && character.Value <= zero + 9)
            {
                return new DigitFamily(zero);
            }
        }

        return null;
    }

    /// <summary>The text with these digits in place of 0 to 9.</summary>
    public string FromAscii(string text) => Shift(text, Zero - '0');

    /// <summary>The text with 0 to 9 in place of these digits.</summary>
    public string ToAscii(string text) => Shift(text, '0' - Zero);

    private static string Shift(string text, int by) => by == 0 ? text : string.Concat(text.Select(c => (char)(c + by)));
}
