namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Whose turn it is in a queue.</summary>
internal static class MessageTurns
{
    /// <summary>How long a deduplication id is remembered.</summary>
    public static readonly TimeSpan DeduplicationInterval = TimeSpan.FromMinutes(5);

    /// <summary>The messages that can be received now.</summary>
    /// <param name="messages">All of the queue, oldest first.</param>
    /// <param name="now">The moment.</param>
    /// <param name="limit">At most so many.</param>
    public static List<QueuedMessage> Next(IEnumerable<QueuedMessage> messages, DateTimeOffset now, int limit)
    {
        var held = new HashSet<string>();
        var next = new List<QueuedMessage>();
        foreach (var message in messages)
        {
            if (next.Count == limit)
            {
                break;
            }

            if (message.Group is not null && held.Contains(message.Group))
            {
                continue;
            }

            if (message.VisibleAt <= now)
            {
                next.Add(message);
            }
            else if (message.Group is not null)
            {
                held.Add(message.Group);
            }
        }

        return next;
    }

    /// <summary>A message as it comes into its queue.</summary>
    public static QueuedMessage Begin(MessageDraft draft, PostedMessage posted, DateTimeOffset now) => new()
    {
        Queue = draft.Queue,
        MessageId = draft.MessageId,
        Position = posted.Position,
        Body = draft.Body,
        Attributes = draft.Attributes,
        Group = draft.Group,
        SentAt = now,
        VisibleAt = now + draft.Delay,
        ReceiveCount = 0,
    };
}
