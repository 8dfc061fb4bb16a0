using System.Globalization;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Numbers and moments as parts of keys, which are ordered by their characters: all of one length, smaller first or greater first.</summary>
public static class KeyOrder
{
    /// <summary>A number, the smallest first: 16 characters.</summary>
    public static string Ascending(long number) => Hexadecimal((ulong)number ^ 0x8000_0000_0000_0000);

    /// <summary>A number, the greatest first: 16 characters.</summary>
    public static string Descending(long number) => Hexadecimal(~((ulong)number ^ 0x8000_0000_0000_0000));

    /// <summary>A moment to the tick, the earliest first; its offset is not kept.</summary>
    public static string Ascending(DateTimeOffset moment) => Ascending(moment.UtcTicks);

    /// <summary>A moment to the tick, the latest first; its offset is not kept.</summary>
    public static string Descending(DateTimeOffset moment) => Descending(moment.UtcTicks);

    /// <summary>The number that <see cref="Ascending(long)"/> wrote.</summary>
    public static long FromAscending(string key) => (long)(Parse(key) ^ 0x8000_0000_0000_0000);

    /// <summary>The number that <see cref="Descending(long)"/> wrote.</summary>
    public static long FromDescending(string key) => (long)(~Parse(key) ^ 0x8000_0000_0000_0000);

    private static string Hexadecimal(ulong number) => number.ToString("x16", CultureInfo.InvariantCulture);

    private static ulong Parse(string key) => ulong.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
