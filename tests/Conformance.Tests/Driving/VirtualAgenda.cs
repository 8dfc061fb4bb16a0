namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>What is to happen and when, in virtual time: one thing after the other, things of one moment in the order in which they were put down.</summary>
public sealed class VirtualAgenda(DateTimeOffset start) : TimeProvider
{
    /// <summary>More than happens in any case; one in which more does goes round in circles.</summary>
    private const int MostHappenings = 200_000;

    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset Due, long Sequence)> entries = new();
    private long sequence;

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Puts something down. What is due already happens next.</summary>
    public void Add(DateTimeOffset due, Action<DateTimeOffset> happening) => entries.Enqueue(happening, (due, sequence++));

    /// <summary>Lets everything happen.</summary>
    public void ToEnd()
    {
        for (var happened = 0; entries.TryDequeue(out var happening, out var place); happened++)
        {
            if (happened >= MostHappenings)
            {
                throw new InvalidOperationException($"expected the execution to end within {MostHappenings} facts");
            }

            Now = place.Due > Now ? place.Due : Now;
            happening(Now);
        }
    }
}
