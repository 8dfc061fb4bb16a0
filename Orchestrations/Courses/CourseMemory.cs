namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Keeps the events of the stretches that were looked at last, of all courses together; those looked at longest ago give way.</summary>
internal sealed class CourseMemory(long bytesKept)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Stretch> kept = [];
    private readonly Dictionary<Stretch, LinkedListNode<Stretch>> places = [];
    private long bytes;

    /// <summary>Somebody looks at a stretch, which has its events.</summary>
    public void Use(Stretch stretch)
    {
        lock (gate)
        {
            if (places.TryGetValue(stretch, out var place))
            {
                kept.Remove(place);
                kept.AddFirst(place);
                return;
            }

            places.Add(stretch, kept.AddFirst(stretch));
            bytes += stretch.Bytes;
            while (bytes > bytesKept && kept.Last is { } oldest && oldest.Value != stretch)
            {
                Forget(oldest);
            }
        }
    }

    /// <summary>Nobody will look at a stretch any more.</summary>
    public void Forget(Stretch stretch)
    {
        lock (gate)
        {
            if (places.TryGetValue(stretch, out var place))
            {
                Forget(place);
            }
        }
    }

    private void Forget(LinkedListNode<Stretch> place)
    {
        kept.Remove(place);
        places.Remove(place.Value);
        bytes -= place.Value.Bytes;
        place.Value.Drop();
    }
}
