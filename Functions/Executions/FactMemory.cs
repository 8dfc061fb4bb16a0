namespace TaskOrchestration.Functions.Executions;

/// <summary>The facts of executions that somebody has looked at lately, so that the next look reads only what is new.</summary>
/// <remarks>Every look asks the records. So what others have taken down, here or on another instance, is seen, and nothing is lost with this memory.</remarks>
internal sealed class FactMemory(IExecutionRecords records, DurableOptions options, TimeProvider time)
{
    /// <summary>An execution that nothing happens to may have ended and been purged meanwhile: it is looked up again after so long.</summary>
    private static readonly TimeSpan SureFor = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly LinkedList<KnownExecution> recent = [];

    /// <summary>What is on record of an execution now, or null if there is none.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="found">Its record, if that has been read just now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<KnownFacts?> LookAsync(string executionArn, ExecutionRecord? found = null, CancellationToken cancellationToken = default)
    {
        var known = Recall(executionArn);
        if (known is null)
        {
            return await ReadAllAsync(executionArn, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (found is null && (known.Facts.IsComplete || now - known.SureAt >= SureFor))
        {
            found = await records.FindAsync(executionArn, cancellationToken);
            if (found is null)
            {
                Forget(known);
                return null;
            }
        }

        known.SureAt = found is null ? known.SureAt : now;
        return found is not null && known.Facts.IsComplete && found.Version == known.Facts.Record.Version
            ? known.Facts
            : await ReadOnAsync(known, cancellationToken);
    }

    private async ValueTask<KnownFacts?> ReadOnAsync(KnownExecution known, CancellationToken cancellationToken)
    {
        var changes = await records.ReadChangesAsync(known.ExecutionArn, known.Seen, cancellationToken);
        if (changes.IsForgotten || (changes.Record is { } record && record.Start.RunId != known.Identity))
        {
            Forget(known);
            return await ReadAllAsync(known.ExecutionArn, cancellationToken);
        }

        known.Learn(changes);
        Keep(known);
        return known.Facts;
    }

    private async ValueTask<KnownFacts?> ReadAllAsync(string executionArn, CancellationToken cancellationToken)
    {
        var all = await records.ReadChangesAsync(executionArn, since: null, cancellationToken);
        if (all.Record is null)
        {
            return null;
        }

        var known = new KnownExecution(all.Record, time.GetUtcNow());
        known.Learn(all);
        Keep(known);
        return known.Facts;
    }

    private KnownExecution? Recall(string executionArn)
    {
        lock (gate)
        {
            return recent.FirstOrDefault(known => known.ExecutionArn == executionArn);
        }
    }

    private void Forget(KnownExecution known)
    {
        lock (gate)
        {
            recent.Remove(known);
        }
    }

    /// <summary>The one looked at last comes first. Those stay that have room together; one that takes more than half of it is not kept at all, and read as a whole again.</summary>
    private void Keep(KnownExecution known)
    {
        lock (gate)
        {
            foreach (var same in recent.Where(other => other.ExecutionArn == known.ExecutionArn).ToList())
            {
                recent.Remove(same);
            }

            if (known.Bytes <= options.BytesOfFactsKept / 2)
            {
                recent.AddFirst(known);
            }

            var bytes = recent.Sum(each => each.Bytes);
            for (; bytes > options.BytesOfFactsKept; recent.RemoveLast())
            {
                bytes -= recent.Last!.Value.Bytes;
            }
        }
    }
}
