using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

/// <summary>An outbox that says when something was taken down in it.</summary>
internal sealed class SignallingOutbox(IStatusOutbox inner) : IStatusOutbox
{
    private TaskCompletionSource recorded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when something is taken down the next time.</summary>
    public Task NextRecord => Volatile.Read(ref recorded).Task;

    public ValueTask AddAsync(IReadOnlyList<StatusChange> changes, CancellationToken cancellationToken = default) => inner.AddAsync(changes, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(
        string subscription, DateTimeOffset now, DateTimeOffset until, int limit, IReadOnlyCollection<string>? executions = null, CancellationToken cancellationToken = default) =>
        inner.TakeAsync(subscription, now, until, limit, executions, cancellationToken);

    public async ValueTask RecordAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellationToken = default)
    {
        await inner.RecordAsync(results, cancellationToken);
        Interlocked.Exchange(ref recorded, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public ValueTask<IReadOnlyList<string>> SubscriptionsAsync(CancellationToken cancellationToken = default) => inner.SubscriptionsAsync(cancellationToken);

    public ValueTask<OutboxCounts> CountAsync(string subscription, CancellationToken cancellationToken = default) => inner.CountAsync(subscription, cancellationToken);

    public ValueTask<IReadOnlyList<DeadEvent>> ListDeadAsync(string subscription, int limit, string? after, CancellationToken cancellationToken = default) =>
        inner.ListDeadAsync(subscription, limit, after, cancellationToken);

    public ValueTask<StatusChange?> ReviveAsync(string subscription, string place, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        inner.ReviveAsync(subscription, place, now, cancellationToken);

    public ValueTask<int> PurgeDeadAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default) => inner.PurgeDeadAsync(before, limit, cancellationToken);
}
