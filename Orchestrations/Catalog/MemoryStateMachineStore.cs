namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Machines that last as long as the process.</summary>
public sealed class MemoryStateMachineStore : IStateMachineStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, StateMachineRecord> current = new(StringComparer.Ordinal);
    private readonly List<StateMachineRecord> revisions = [];

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> FindAsync(string arn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(current.GetValueOrDefault(arn));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> FindRevisionAsync(long revision, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(revision > 0 && revision <= revisions.Count ? revisions[(int)revision - 1] : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> TryAddAsync(StateMachineRecord machine, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        lock (gate)
        {
            return ValueTask.FromResult(current.ContainsKey(machine.Arn) ? null : Keep(machine));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> TryReplaceAsync(StateMachineRecord machine, long replaced, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        lock (gate)
        {
            return ValueTask.FromResult(current.GetValueOrDefault(machine.Arn)?.Revision == replaced ? Keep(machine) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(current.Remove(arn));
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult((long)current.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StateMachineRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            IReadOnlyList<StateMachineRecord> found = [.. current.Values.Where(machine => string.CompareOrdinal(machine.Arn, after) > 0).Take(limit)];
            return ValueTask.FromResult(found);
        }
    }

    private StateMachineRecord? Keep(StateMachineRecord machine)
    {
        var kept = machine with { Revision = revisions.Count + 1 };
        revisions.Add(kept);
        current[machine.Arn] = kept;
        return kept;
    }
}
