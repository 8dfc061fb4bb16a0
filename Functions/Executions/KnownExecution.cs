using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>What this process knows of an execution. What is learned comes to the same in any order, so several may look at the same time.</summary>
internal sealed class KnownExecution
{
    private readonly Lock gate = new();
    private readonly FactTree tree;
    private ExecutionRecord record;
    private KnownFacts? facts;

    /// <summary>Knows of an execution how it began.</summary>
    /// <param name="record">The execution.</param>
    /// <param name="sureAt">When it was found to be there.</param>
    public KnownExecution(ExecutionRecord record, DateTimeOffset sureAt)
    {
        this.record = record;
        SureAt = sureAt;
        tree = new FactTree(record.FirstFact);
    }

    /// <summary>The execution.</summary>
    public string ExecutionArn => record.Start.ExecutionArn;

    /// <summary>Tells it from a later one of the same name.</summary>
    public string Identity => record.Start.RunId;

    /// <summary>When it was last found not to be purged.</summary>
    public DateTimeOffset SureAt { get; set; }

    /// <summary>How far the looks have come (<see cref="RecordChanges.Seen"/>).</summary>
    public string? Seen { get; private set; }

    /// <summary>About how much of it is kept, in bytes of its text.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return tree.Bytes;
            }
        }
    }

    /// <summary>What is known by now.</summary>
    public KnownFacts Facts
    {
        get
        {
            lock (gate)
            {
                return facts ??= Known();
            }
        }
    }

    /// <summary>Takes in what a look has found.</summary>
    public void Learn(RecordChanges changes)
    {
        lock (gate)
        {
            if (changes.Record is { } found && Stage(found).CompareTo(Stage(record)) >= 0)
            {
                record = found;
                facts = null;
            }

            foreach (var row in changes.Rows.OrderBy(row => row.From))
            {
                facts = tree.Add(row) ? null : facts;
            }

            Seen = string.CompareOrdinal(changes.Seen, Seen) > 0 ? changes.Seen : Seen;
        }
    }

    /// <summary>How far an execution has come, as far as its record knows: that never goes back.</summary>
    private static (int RedriveCount, bool HasEnded) Stage(ExecutionRecord record) => (record.RedriveCount, record.Status != ExecutionStatus.Running);

    private KnownFacts Known()
    {
        var (all, chain) = tree.WayThrough(record.Chain);
        return new KnownFacts(record, all, chain);
    }
}
