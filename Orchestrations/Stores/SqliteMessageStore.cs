using Microsoft.Data.Sqlite;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Messages of queues in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteMessageStore(TaskDatabase database, TimeProvider time) : IMessageStore
{
    /// <inheritdoc/>
    public ValueTask<JsonObject> PostAsync(
        string attempt, IReadOnlyList<MessageDraft> drafts, Func<Posting, JsonObject> answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(answer);
        var now = Now;
        return database.WriteAsync(
            connection =>
            {
                if (ServiceAttempts.Find(connection, attempt) is { } known)
                {
                    return known;
                }

                var position = ServiceAttempts.Begin(connection, attempt, now);
                var answered = answer(new Posting(position, [.. drafts.Select(draft => Post(connection, draft, now))]));
                ServiceAttempts.End(connection, position, answered);
                return answered;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int limit, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        var now = Now;
        return database.WriteAsync<IReadOnlyList<QueuedMessage>>(
            connection => connection
                .All(
                    """
                    SELECT * FROM queue_messages AS message WHERE queue = $queue AND visible_ms <= $now AND (message_group IS NULL OR NOT EXISTS (
                      SELECT 1 FROM queue_messages AS earlier
                      WHERE earlier.queue = $queue AND earlier.message_group = message.message_group AND earlier.position < message.position AND earlier.visible_ms > $now))
                    ORDER BY position LIMIT $limit
                    """,
                    Read,
                    ("$queue", queue),
                    ("$now", now),
                    ("$limit", limit))
                .ConvertAll(message => Take(connection, message, now + (long)visibility.TotalMilliseconds)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueuedMessage>> ListAsync(string queue, int limit, CancellationToken cancellationToken = default) =>
        database.QueryAsync<IReadOnlyList<QueuedMessage>>(
            connection => connection.All("SELECT * FROM queue_messages WHERE queue = $queue ORDER BY position LIMIT $limit", Read, ("$queue", queue), ("$limit", limit)),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string queue, string messageId, CancellationToken cancellationToken = default) => database.WriteAsync(
        connection => connection.Run("DELETE FROM queue_messages WHERE queue = $queue AND message_id = $id", ("$queue", queue), ("$id", messageId)) > 0, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(string queue, string messageId, TimeSpan after, CancellationToken cancellationToken = default)
    {
        var visible = Now + (long)after.TotalMilliseconds;
        return database.WriteAsync(
            connection => connection.Run(
                "UPDATE queue_messages SET visible_ms = $visible WHERE queue = $queue AND message_id = $id", ("$visible", visible), ("$queue", queue), ("$id", messageId)) > 0,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextVisibleAsync(string queue, CancellationToken cancellationToken = default) => database.QueryAsync(
        connection => connection.First(
            "SELECT MIN(visible_ms) FROM queue_messages WHERE queue = $queue",
            row => row.IsDBNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("$queue", queue)),
        cancellationToken);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static PostedMessage Post(SqliteConnection connection, MessageDraft draft, long now)
    {
        if (draft.DeduplicationId is not { } id)
        {
            return Insert(connection, draft, now);
        }

        connection.Run("DELETE FROM message_deduplications WHERE at_ms <= $old", ("$old", now - (long)MessageTurns.DeduplicationInterval.TotalMilliseconds));
        var before = connection.First(
            "SELECT message_id, position FROM message_deduplications WHERE queue = $queue AND id = $id",
            row => new PostedMessage(row.GetString(0), row.GetInt64(1)),
            ("$queue", draft.Queue),
            ("$id", id));
        if (before is not null)
        {
            return before;
        }

        var posted = Insert(connection, draft, now);
        connection.Run(
            "INSERT INTO message_deduplications (queue, id, message_id, position, at_ms) VALUES ($queue, $id, $message, $position, $now)",
            ("$queue", draft.Queue),
            ("$id", id),
            ("$message", posted.MessageId),
            ("$position", posted.Position),
            ("$now", now));
        return posted;
    }

    private static PostedMessage Insert(SqliteConnection connection, MessageDraft draft, long now)
    {
        connection.Run(
            """
            INSERT INTO queue_messages (queue, message_id, body, attributes, message_group, sent_ms, visible_ms, receive_count)
            VALUES ($queue, $id, $body, $attributes, $group, $sent, $visible, 0)
            """,
            ("$queue", draft.Queue),
            ("$id", draft.MessageId),
            ("$body", draft.Body),
            ("$attributes", draft.Attributes.ToString()),
            ("$group", draft.Group),
            ("$sent", now),
            ("$visible", now + (long)draft.Delay.TotalMilliseconds));
        return new PostedMessage(draft.MessageId, connection.First("SELECT last_insert_rowid()", row => row.GetInt64(0)));
    }

    private static QueuedMessage Take(SqliteConnection connection, QueuedMessage message, long visible)
    {
        connection.Run(
            "UPDATE queue_messages SET visible_ms = $visible, receive_count = receive_count + 1 WHERE position = $position", ("$visible", visible), ("$position", message.Position));
        return message with { VisibleAt = DateTimeOffset.FromUnixTimeMilliseconds(visible), ReceiveCount = message.ReceiveCount + 1 };
    }

    private static QueuedMessage Read(SqliteDataReader row) => new()
    {
        Queue = row.Text("queue"),
        MessageId = row.Text("message_id"),
        Position = row.Integer("position"),
        Body = row.Text("body"),
        Attributes = (JsonObject)Json.Parse(row.Text("attributes")),
        Group = row.OptionalText("message_group"),
        SentAt = DateTimeOffset.FromUnixTimeMilliseconds(row.Integer("sent_ms")),
        VisibleAt = DateTimeOffset.FromUnixTimeMilliseconds(row.Integer("visible_ms")),
        ReceiveCount = (int)row.Integer("receive_count"),
    };
}
