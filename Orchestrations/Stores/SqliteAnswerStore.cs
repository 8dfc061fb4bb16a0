using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Answers in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteAnswerStore(TaskDatabase database) : IAnswerStore
{
    /// <inheritdoc/>
    public ValueTask<Answer?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => Find(connection, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Answer> KeepAsync(Answer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return database.WriteAsync(
            connection =>
            {
                var added = connection.Run(
                    "INSERT INTO answers (token, outcome, detail, at) VALUES ($token, $outcome, $detail, $at) ON CONFLICT (token) DO NOTHING",
                    ("$token", answer.Token),
                    ("$outcome", answer.Outcome),
                    ("$detail", answer.Detail),
                    ("$at", SqliteRows.WriteTime(answer.At)));
                return added == 1 ? answer : Find(connection, answer.Token)!;
            },
            cancellationToken);
    }

    private static Answer? Find(SqliteConnection connection, string token) => connection.First(
        "SELECT * FROM answers WHERE token = $token",
        row => new Answer(row.Text("token"), row.Text("outcome"), row.OptionalText("detail"), row.Time("at")),
        ("$token", token));
}
