using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Where it is kept which entries of the ledger are settled.</summary>
/// <remarks>Every charge and every refund on the ledger is pending from the moment it is posted until it is settled, once.</remarks>
public interface ISettlementStore
{
    /// <summary>
    /// Plans a settlement of all that is pending now and was entered before the cut-off. If there is a plan under the id already,
    /// that one is answered and nothing is changed.
    /// </summary>
    ValueTask<Settlement> PlanAsync(SettlementDraft draft, CancellationToken cancellationToken = default);

    /// <summary>A settlement's plan; none if it was never planned.</summary>
    ValueTask<Settlement?> FindAsync(string settlementId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Settles those entries of a page that are still pending: all of them or, when it throws, none. An entry that another settlement
    /// was first to settle stays with that one.
    /// </summary>
    ValueTask SettleAsync(string settlementId, int page, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>The entries of a page that this settlement has settled, in the order they were posted.</summary>
    ValueTask<IReadOnlyList<SettledEntry>> EntriesAsync(string settlementId, int page, CancellationToken cancellationToken = default);

    /// <summary>How many entries before a moment are pending.</summary>
    ValueTask<long> CountPendingAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
