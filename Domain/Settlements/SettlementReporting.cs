using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>Adds up what a settlement has settled.</summary>
/// <remarks>
/// It counts what is on record, whatever the pages' steps have answered: a step that settled its page and then failed counts as settled,
/// and its transactions are marked here.
/// </remarks>
public sealed class SettlementReporting(ISettlementStore settlements, ITransactionStore transactions, SettlementOptions options)
    : IStep<ReportRequest, SettlementReport>
{
    /// <inheritdoc/>
    /// <exception cref="Failures.InvalidSettlementException">No such settlement, or it has no such page.</exception>
    /// <exception cref="Failures.SettlementOutOfBalanceException">The settlement and the ledger disagree.</exception>
    public async ValueTask<SettlementReport> ProcessAsync(
        ReportRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var settlement = await settlements.PlannedAsync(request.SettlementId, cancellationToken);
        var errors = await ErrorsByPageAsync(request, cancellationToken);
        var sums = new SettlementSums();
        var failures = new List<PageFailure>();
        for (var page = 1; page <= settlement.Pages.Count; page++)
        {
            var entries = await settlements.EntriesAsync(settlement.SettlementId, page, cancellationToken);
            foreach (var entry in entries)
            {
                sums.Add(entry);
            }

            if (errors.TryGetValue(page, out var error))
            {
                await SettlementMarks.SetAsync(transactions, entries, cancellationToken);
                failures.Add(new PageFailure(page, error, settlement.Pages[page - 1] - entries.Count));
            }
        }

        return new SettlementReport
        {
            Settlement = settlement,
            Settled = sums.Entries,
            Totals = sums.Totals(),
            Failures = [.. failures],
            IsTolerated = IsTolerated(failures.Count, settlement.Pages.Count, request.ToleratedFailurePercentage),
        };
    }

    private async ValueTask<Dictionary<int, string>> ErrorsByPageAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<int, string>();
        foreach (var failed in request.FailedPages)
        {
            await settlements.CheckedAsync(new PageReference(request.SettlementId, failed.Page), cancellationToken);
            errors[failed.Page] = failed.Error;
        }

        return errors;
    }

    private bool IsTolerated(int failed, int pages, decimal? tolerated) =>
        failed * 100m <= (tolerated ?? options.ToleratedFailurePercentage) * pages;
}
