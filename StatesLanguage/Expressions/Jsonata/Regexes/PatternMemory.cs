namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>What a search remembers: the registers, and the trail of what is to be undone or tried when a step fails.</summary>
internal sealed class PatternMemory(int registers)
{
    /// <summary>How many places may be remembered to go back to; a bound on memory.</summary>
    private const int MaxTrail = 4_000_000;

    private readonly int[] values = new int[registers];
    private Trace[] trail = new Trace[16];

    /// <summary>How long the trail is.</summary>
    public int Mark { get; private set; }

    /// <summary>The end of the trail.</summary>
    public ref Trace Last => ref trail[Mark - 1];

    public int this[int register] => values[register];

    /// <summary>Where the text of a group starts and ends, if it has matched.</summary>
    public (int Start, int End)? Captured(int group) =>
        values[2 * group] >= 0 && values[(2 * group) + 1] >= 0 ? (values[2 * group], values[(2 * group) + 1]) : null;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Array.Fill(values, -1);
        Mark = 0;
    }

    /// <summary>Sets a register, until it is undone.</summary>
    public void Set(int register, int value)
    {
        if (values[register] != value)
        {
            Remember(Trace.OfRegister(register, values[register]));
            values[register] = value;
        }
    }

    /// <summary>Adds to the trail.</summary>
    public void Remember(Trace trace)
    {
        if (Mark == trail.Length)
        {
            if (Mark >= MaxTrail)
            {
                throw new PatternLimitException("The regular expression has too many ways to match");
            }

            Array.Resize(ref trail, Mark * 2);
        }

        trail[Mark++] = trace;
    }

    /// <summary>Goes back to the last place that another way can be tried from, and undoes what was set since.</summary>
    /// <returns>False if there is none after the mark; then all is as it was then.</returns>
    public bool TryGoBack(int mark)
    {
        while (Mark > mark)
        {
            ref var last = ref Last;
            if (!last.IsRegister)
            {
                return true;
            }

            values[last.Register] = last.Place;
            Mark--;
        }

        return false;
    }

    /// <summary>Forgets the end of the trail.</summary>
    public void DropLast() => Mark--;

    /// <summary>The registers as they are now.</summary>
    public int[] Snapshot() => (int[])values.Clone();

    /// <summary>Cuts the trail off at a mark, as if nothing had been set since, which a snapshot shows.</summary>
    public void CutBack(int mark, int[] snapshot)
    {
        Mark = mark;
        snapshot.CopyTo(values, 0);
    }
}
