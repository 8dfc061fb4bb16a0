using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>Notes in the history of each task that its money is settled.</summary>
internal static class SettledTasks
{
    private const int Attempts = 32;

    /// <summary>Marks the tasks of these entries; what belongs to no task, and what is marked already, is passed over.</summary>
    public static async ValueTask MarkAsync(ITaskStore tasks, IReadOnlyList<SettledEntry> entries, CancellationToken cancellationToken) =>
        await Task.WhenAll(entries.Select(entry => MarkAsync(tasks, entry, cancellationToken)));

    private static async Task MarkAsync(ITaskStore tasks, SettledEntry entry, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(tasks, entry, cancellationToken) is not { } task)
            {
                return;
            }

            var marked = task.Noted(
                entry.SettledAt, entry.SettlementId, $"{entry.SettlementId}/{entry.TransactionId}", $"{entry.Amount} settled in {entry.SettlementId}.");
            if (ReferenceEquals(marked, task) || await tasks.TrySaveAsync(marked, cancellationToken) is not null)
            {
                return;
            }
        }

        throw new TransientFailureException($"The task of transaction '{entry.TransactionId}' was changed by others {Attempts} times while it was being marked.");
    }

    /// <summary>The task that moved the money. A charge is that of a purchase, or of an order that was paid without one.</summary>
    private static async ValueTask<TrackedTask?> FindAsync(ITaskStore tasks, SettledEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Entry.Kind == LedgerEntryKind.Refund)
        {
            return await tasks.FindBySubjectAsync(TaskKind.Refund, entry.TransactionId, cancellationToken);
        }

        return await tasks.FindBySubjectAsync(TaskKind.Purchase, entry.TransactionId, cancellationToken)
            ?? (entry.Entry.OrderId is { } orderId ? await tasks.FindBySubjectAsync(TaskKind.Order, orderId, cancellationToken) : null);
    }
}
