using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Keeps the messages of queues, until they are deleted. Knows nothing of which queues there are.</summary>
public interface IMessageStore
{
    /// <summary>Puts messages into their queues, all of them or none.</summary>
    /// <param name="attempt">
    /// The attempt of a task that sends them. The same attempt again sends nothing and gets the answer that it got the first time, also when that was long ago
    /// and in another process.
    /// </param>
    /// <param name="drafts">The messages.</param>
    /// <param name="answer">What the attempt is answered; gets what was sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<JsonObject> PostAsync(
        string attempt, IReadOnlyList<MessageDraft> drafts, Func<Posting, JsonObject> answer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes messages that nobody else has at the moment, oldest first. They stay in the queue, out of sight; who does not delete them before the time is up
    /// leaves them to the next. In a FIFO queue no message comes while an earlier one of its group is there out of sight.
    /// </summary>
    ValueTask<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int limit, TimeSpan visibility, CancellationToken cancellationToken = default);

    /// <summary>All messages of a queue, in sight or not, oldest first, without taking them.</summary>
    ValueTask<IReadOnlyList<QueuedMessage>> ListAsync(string queue, int limit, CancellationToken cancellationToken = default);

    /// <summary>Deletes a message that has been dealt with.</summary>
    /// <returns>Whether it was there.</returns>
    ValueTask<bool> DeleteAsync(string queue, string messageId, CancellationToken cancellationToken = default);

    /// <summary>Leaves a message that was taken to the next, after a while.</summary>
    /// <returns>Whether it was there.</returns>
    ValueTask<bool> ReleaseAsync(string queue, string messageId, TimeSpan after, CancellationToken cancellationToken = default);

    /// <summary>When the next message of a queue comes in sight; in the past if there is one already, null if there is none.</summary>
    ValueTask<DateTimeOffset?> NextVisibleAsync(string queue, CancellationToken cancellationToken = default);
}
