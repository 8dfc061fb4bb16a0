namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>What executions became and nobody has been told yet. A driver writes it together with the change itself, so that neither is there without the other.</summary>
public interface IStatusOutbox
{
    /// <summary>Adds changes that no driver has written. Those that are there already stay as they are.</summary>
    ValueTask AddAsync(IReadOnlyList<StatusChange> changes, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes entries of a subscription that are due: of each execution the first alone, because the next comes after it. Who does not say what became of them
    /// (<see cref="RecordAsync"/>) leaves them to the next, at the latest from <paramref name="until"/> on.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">For how long nobody else takes them, where several look.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="executions">It is enough to look at these; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(
        string subscription, DateTimeOffset now, DateTimeOffset until, int limit, IReadOnlyCollection<string>? executions = null, CancellationToken cancellationToken = default);

    /// <summary>Takes down what became of entries that were taken.</summary>
    ValueTask RecordAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellationToken = default);

    /// <summary>The subscriptions that something waits for, among them such as are not there any more.</summary>
    ValueTask<IReadOnlyList<string>> SubscriptionsAsync(CancellationToken cancellationToken = default);

    /// <summary>How much waits.</summary>
    ValueTask<OutboxCounts> CountAsync(string subscription, CancellationToken cancellationToken = default);

    /// <summary>What was given up, the latest first.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Where an earlier page ended (<see cref="DeadEvent.Place"/>), or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<DeadEvent>> ListDeadAsync(string subscription, int limit, string? after, CancellationToken cancellationToken = default);

    /// <summary>Has something that was given up tried again, from the beginning.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="place">Which (<see cref="DeadEvent.Place"/>).</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it was, or null if it is not there.</returns>
    ValueTask<StatusChange?> ReviveAsync(string subscription, string place, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Forgets what was given up before a moment.</summary>
    /// <returns>How much that was: fewer than <paramref name="limit"/> when nothing is left.</returns>
    ValueTask<int> PurgeDeadAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default);
}
