using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Messages, for as long as the process lives.</summary>
public sealed class InMemoryMessageStore(TimeProvider time) : IMessageStore
{
    private readonly Lock gate = new();
    private readonly List<QueuedMessage> messages = [];
    private readonly Dictionary<string, JsonObject> answers = [];
    private readonly Dictionary<(string Queue, string Id), (PostedMessage Message, DateTimeOffset At)> recent = [];
    private long position;

    /// <inheritdoc/>
    public ValueTask<JsonObject> PostAsync(
        string attempt, IReadOnlyList<MessageDraft> drafts, Func<Posting, JsonObject> answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(answer);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (answers.TryGetValue(attempt, out var known))
            {
                return ValueTask.FromResult(known);
            }

            var before = position;
            try
            {
                return ValueTask.FromResult(answers[attempt] = answer(new Posting(answers.Count + 1, [.. drafts.Select(Post)])));
            }
            catch
            {
                TakeBack(before);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int limit, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var now = Now;
            var taken = MessageTurns.Next(messages.Where(message => message.Queue == queue), now, limit)
                .ConvertAll(message => message with { VisibleAt = now + visibility, ReceiveCount = message.ReceiveCount + 1 });
            taken.ForEach(Replace);
            return ValueTask.FromResult<IReadOnlyList<QueuedMessage>>(taken);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueuedMessage>> ListAsync(string queue, int limit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<QueuedMessage>>([.. messages.Where(message => message.Queue == queue).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string queue, string messageId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(messages.RemoveAll(message => message.Queue == queue && message.MessageId == messageId) > 0);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(string queue, string messageId, TimeSpan after, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var found = messages.Find(message => message.Queue == queue && message.MessageId == messageId);
            if (found is not null)
            {
                Replace(found with { VisibleAt = Now + after });
            }

            return ValueTask.FromResult(found is not null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextVisibleAsync(string queue, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(messages.Where(message => message.Queue == queue).Min(message => (DateTimeOffset?)message.VisibleAt));
        }
    }

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private PostedMessage Post(MessageDraft draft)
    {
        var now = Now;
        if (draft.DeduplicationId is { } id && recent.TryGetValue((draft.Queue, id), out var before) && now - before.At < MessageTurns.DeduplicationInterval)
        {
            return before.Message;
        }

        var posted = new PostedMessage(draft.MessageId, ++position);
        messages.Add(MessageTurns.Begin(draft, posted, now));
        if (draft.DeduplicationId is { } own)
        {
            recent[(draft.Queue, own)] = (posted, now);
        }

        return posted;
    }

    private void TakeBack(long before)
    {
        messages.RemoveAll(message => message.Position > before);
        foreach (var key in recent.Where(kept => kept.Value.Message.Position > before).Select(kept => kept.Key).ToArray())
        {
            recent.Remove(key);
        }
    }

    private void Replace(QueuedMessage message) => messages[messages.FindIndex(other => other.Position == message.Position)] = message;
}
