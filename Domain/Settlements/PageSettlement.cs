using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>Settles one page of a settlement, and marks its transactions and their tasks.</summary>
public sealed class PageSettlement(ISettlementStore settlements, ITransactionStore transactions, ITaskStore tasks) : IStep<PageReference, SettledPage>
{
    /// <inheritdoc/>
    /// <exception cref="InvalidSettlementException">No such settlement, or it has no such page.</exception>
    public async ValueTask<SettledPage> ProcessAsync(PageReference request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        await settlements.CheckedAsync(request, cancellationToken);
        await settlements.SettleAsync(request.SettlementId, request.Page, context.Now, cancellationToken);
        var entries = await settlements.EntriesAsync(request.SettlementId, request.Page, cancellationToken);
        await SettlementMarks.SetAsync(transactions, entries, cancellationToken);
        await SettledTasks.MarkAsync(tasks, entries, cancellationToken);
        return new SettledPage(request.Page, entries.Count);
    }
}
