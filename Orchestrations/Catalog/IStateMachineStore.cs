namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Where machines are kept, with every revision that an execution may still run.</summary>
public interface IStateMachineStore
{
    /// <summary>The machine's current revision, or null if there is no such machine.</summary>
    ValueTask<StateMachineRecord?> FindAsync(string arn, CancellationToken cancellationToken = default);

    /// <summary>A revision by its number. Those of deleted machines stay.</summary>
    ValueTask<StateMachineRecord?> FindRevisionAsync(long revision, CancellationToken cancellationToken = default);

    /// <summary>Keeps a new machine.</summary>
    /// <returns>The machine with its revision's number, or null if its ARN is taken.</returns>
    ValueTask<StateMachineRecord?> TryAddAsync(StateMachineRecord machine, CancellationToken cancellationToken = default);

    /// <summary>Keeps a new revision in place of <paramref name="replaced"/>.</summary>
    /// <returns>The machine with its revision's number, or null if <paramref name="replaced"/> is not the current revision any more.</returns>
    ValueTask<StateMachineRecord?> TryReplaceAsync(StateMachineRecord machine, long replaced, CancellationToken cancellationToken = default);

    /// <summary>Forgets a machine but not its revisions.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default);

    /// <summary>How many machines there are.</summary>
    ValueTask<long> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>The machines in the order of their ARNs, those after <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<StateMachineRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default);
}
