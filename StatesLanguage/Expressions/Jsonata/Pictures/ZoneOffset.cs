using System.Runtime.InteropServices;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>How far a local time is from UTC, read from <c>+0530</c> or <c>-0500</c>.</summary>
/// <remarks>
/// Hours are rounded down and minutes keep the sign, as in the language's own implementation: <c>-0530</c> is -6 hours and -30 minutes, which is thirty minutes
/// and an hour too far.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ZoneOffset(int Hours, int Minutes)
{
    public static readonly ZoneOffset Utc;

    public int TotalMinutes => (60 * Hours) + Minutes;

    /// <summary>The offset as one number: 530 for <c>+0530</c>.</summary>
    public int Digits => (Hours * 100) + Minutes;

    /// <summary>Reads the whole number that a text starts with, or null if it starts with none.</summary>
    public static ZoneOffset? Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.Length > 0 && trimmed[0] is '+' or '-' ? 1 : 0;
        while (end < trimmed.Length && char.IsAsciiDigit(trimmed[end]))
        {
            end++;
        }

        return int.TryParse(trimmed[..end], out var number) ? new ZoneOffset((int)Math.Floor(number / 100.0), number % 100) : null;
    }
}
