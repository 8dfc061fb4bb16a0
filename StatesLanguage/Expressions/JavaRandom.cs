namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>
/// The linear congruential generator that <c>java.util.Random</c> is documented to be: the same seed gives the same numbers as on the service.
/// </summary>
internal sealed class JavaRandom
{
    private const long Multiplier = 0x5DEECE66D;
    private const long Mask = (1L << 48) - 1;

    private long state;

    public JavaRandom(long seed) => state = (seed ^ Multiplier) & Mask;

    /// <summary>A number from <paramref name="first"/> on, below <paramref name="end"/>, which is greater.</summary>
    public int Next(int first, int end)
    {
        var count = (long)end - first;
        return count <= int.MaxValue ? first + Next((int)count) : NextWide(first, end);
    }

    /// <summary>A number at least 0 and less than 1.</summary>
    public double NextDouble() => (((long)Bits(26) << 27) + Bits(27)) * (1.0 / (1L << 53));

    private int Next(int count)
    {
        if ((count & -count) == count)
        {
            return (int)((count * (long)Bits(31)) >> 31);
        }

        while (true)
        {
            var bits = Bits(31);
            var number = bits % count;

            // The last, incomplete run of numbers would favour small ones; it is drawn again.
            if ((long)bits - number + (count - 1) <= int.MaxValue)
            {
                return number;
            }
        }
    }

    private int NextWide(int first, int end)
    {
        while (true)
        {
            var number = Bits(32);
            if (number >= first && number < end)
            {
                return number;
            }
        }
    }

    private int Bits(int count)
    {
        state = ((state * Multiplier) + 0xB) & Mask;
        return (int)(state >> (48 - count));
    }
}
