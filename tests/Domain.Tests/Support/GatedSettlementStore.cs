using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class GatedSettlementStore(ISettlementStore inner, IGate gate) : ISettlementStore
{
    public ValueTask<Settlement> PlanAsync(SettlementDraft draft, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.PlanAsync(draft, cancellationToken));

    public ValueTask<Settlement?> FindAsync(string settlementId, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.FindAsync(settlementId, cancellationToken));

    public async ValueTask SettleAsync(string settlementId, int page, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        await inner.SettleAsync(settlementId, page, at, cancellationToken);
        await gate.PassAsync();
    }

    public ValueTask<IReadOnlyList<SettledEntry>> EntriesAsync(string settlementId, int page, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.EntriesAsync(settlementId, page, cancellationToken));

    public ValueTask<long> CountPendingAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        ThroughAsync(() => inner.CountPendingAsync(before, cancellationToken));

    private async ValueTask<T> ThroughAsync<T>(Func<ValueTask<T>> call)
    {
        await gate.PassAsync();
        var result = await call();
        await gate.PassAsync();
        return result;
    }
}
