using System.Diagnostics.CodeAnalysis;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>What comes to orchestrations at a later moment: timers, answers that take their time. At the same moment, what was put down first comes first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<(Instance Instance, Message Message), (DateTimeOffset Due, long Sequence)> entries = new();
    private long sequence;

    /// <summary>The moment of the next entry that still matters to anybody; null if there is none.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            while (entries.TryPeek(out var entry, out var place))
            {
                if (!entry.Instance.HasEnded && (entry.Message.Generation is not { } generation || generation == entry.Instance.Generation))
                {
                    return place.Due;
                }

                entries.Dequeue();
            }

            return null;
        }
    }

    /// <summary>Puts something down.</summary>
    public void Add(DateTimeOffset due, Instance instance, Message message) => entries.Enqueue((instance, message), (due, sequence++));

    /// <summary>Takes out the first entry whose moment has come.</summary>
    public bool TryTake(DateTimeOffset now, [NotNullWhen(true)] out Instance? instance, [NotNullWhen(true)] out Message? message)
    {
        (instance, message) = (null, null);
        if (Next is not { } due || due > now)
        {
            return false;
        }

        (instance, message) = entries.Dequeue();
        return true;
    }
}
