using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Answers under idempotency keys in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteIdempotencyStore(TaskDatabase database) : IIdempotencyStore
{
    /// <inheritdoc/>
    public ValueTask<IdempotentAnswer?> FindAsync(string scope, string key, CancellationToken cancellationToken = default) =>
        database.QueryAsync(connection => Find(connection, scope, key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdempotentAnswer> KeepAsync(IdempotentAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return database.WriteAsync(
            connection =>
            {
                var added = connection.Run(
                    """
                    INSERT INTO idempotent_answers (scope, key, request_hash, status, content_type, headers, body, at, at_ticks)
                    VALUES ($scope, $key, $hash, $status, $type, $headers, $body, $at, $ticks) ON CONFLICT (scope, key) DO NOTHING
                    """,
                    ("$scope", answer.Scope),
                    ("$key", answer.Key),
                    ("$hash", answer.RequestHash),
                    ("$status", answer.Status),
                    ("$type", answer.ContentType),
                    ("$headers", Write(answer.Headers)),
                    ("$body", answer.Body),
                    ("$at", SqliteRows.WriteTime(answer.At)),
                    ("$ticks", answer.At.UtcTicks));
                return added == 1 ? answer : Find(connection, answer.Scope, answer.Key)!;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => database.WriteAsync(
        connection => connection.Run("DELETE FROM idempotent_answers WHERE at_ticks < $before", ("$before", before.UtcTicks)), cancellationToken);

    private static IdempotentAnswer? Find(SqliteConnection connection, string scope, string key) => connection.First(
        "SELECT * FROM idempotent_answers WHERE scope = $scope AND key = $key", Read, ("$scope", scope), ("$key", key));

    private static IdempotentAnswer Read(SqliteDataReader row) => new()
    {
        Scope = row.Text("scope"),
        Key = row.Text("key"),
        RequestHash = row.Text("request_hash"),
        Status = (int)row.Integer("status"),
        ContentType = row.OptionalText("content_type"),
        Headers = ReadHeaders(row.Text("headers")),
        Body = row.Text("body"),
        At = row.Time("at"),
    };

    /// <summary>An array of names and values in turn: a header may be there twice.</summary>
    private static string Write(ValueList<AnswerHeader> headers) =>
        JsonArray.Of(headers.SelectMany(header => new[] { Json.Of(header.Name), Json.Of(header.Value) })).ToString();

    private static ValueList<AnswerHeader> ReadHeaders(string kept) =>
        [.. ((JsonArray)Json.Parse(kept)).Select(text => ((JsonString)text).Value).Chunk(2).Select(pair => new AnswerHeader(pair[0], pair[1]))];
}
