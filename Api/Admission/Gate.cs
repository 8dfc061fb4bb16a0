namespace TaskOrchestration.Api.Admission;

/// <summary>Lets no more in at once than there are places.</summary>
internal sealed class Gate
{
    private int inside;

    /// <summary>How many are inside.</summary>
    public int Inside => Volatile.Read(ref inside);

    /// <summary>Goes in, if fewer than so many are inside.</summary>
    public bool TryEnter(int places)
    {
        for (var seen = Inside; seen < places; seen = Inside)
        {
            if (Interlocked.CompareExchange(ref inside, seen + 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes out again.</summary>
    public void Leave() => Interlocked.Decrement(ref inside);
}
