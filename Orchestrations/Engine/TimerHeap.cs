namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Timers by due time, the earliest first. Unlike the framework's priority queue it can take any timer out cheaply: most are cancelled long before they are due.</summary>
internal sealed class TimerHeap
{
    private readonly List<TimerEntry> entries = [];

    /// <summary>The timer that is due first, or null if there is none.</summary>
    public TimerEntry? Earliest => entries.Count == 0 ? null : entries[0];

    public void Add(TimerEntry entry)
    {
        entries.Add(entry);
        MoveUp(entry, entries.Count - 1);
    }

    public void Remove(TimerEntry entry)
    {
        var last = entries[^1];
        entries.RemoveAt(entries.Count - 1);
        if (last == entry)
        {
            return;
        }

        MoveUp(last, entry.Position);
        MoveDown(last, last.Position);
    }

    private void MoveUp(TimerEntry entry, int position)
    {
        while (position > 0 && entries[(position - 1) / 2] is var parent && entry.IsBefore(parent))
        {
            Place(parent, position);
            position = (position - 1) / 2;
        }

        Place(entry, position);
    }

    private void MoveDown(TimerEntry entry, int position)
    {
        while (EarlierChild(position) is { } child && child.IsBefore(entry))
        {
            var next = child.Position;
            Place(child, position);
            position = next;
        }

        Place(entry, position);
    }

    private TimerEntry? EarlierChild(int position)
    {
        var left = (2 * position) + 1;
        if (left >= entries.Count)
        {
            return null;
        }

        return left + 1 < entries.Count && entries[left + 1].IsBefore(entries[left]) ? entries[left + 1] : entries[left];
    }

    private void Place(TimerEntry entry, int position)
    {
        entries[position] = entry;
        entry.Position = position;
    }
}
