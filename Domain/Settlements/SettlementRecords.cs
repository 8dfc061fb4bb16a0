using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>How the steps find a settlement.</summary>
internal static class SettlementRecords
{
    /// <summary>The settlement.</summary>
    /// <exception cref="InvalidSettlementException">There is none.</exception>
    public static async ValueTask<Settlement> PlannedAsync(
        this ISettlementStore settlements, string settlementId, CancellationToken cancellationToken) =>
        await settlements.FindAsync(settlementId, cancellationToken)
        ?? throw new InvalidSettlementException($"settlementId: expected a settlement that was planned, found '{settlementId}'.");

    /// <summary>The settlement that has this page.</summary>
    /// <exception cref="InvalidSettlementException">There is none.</exception>
    public static async ValueTask<Settlement> CheckedAsync(
        this ISettlementStore settlements, PageReference reference, CancellationToken cancellationToken)
    {
        var settlement = await settlements.PlannedAsync(reference.SettlementId, cancellationToken);
        return reference.Page >= 1 && reference.Page <= settlement.Pages.Count
            ? settlement
            : throw new InvalidSettlementException(
                $"page: expected a page from 1 to {settlement.Pages.Count} of settlement '{reference.SettlementId}', found {reference.Page}.");
    }
}
