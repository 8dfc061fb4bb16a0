using TaskOrchestration.Orchestrations.Activities;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>Activities in the engine's SQLite file.</summary>
public sealed class SqliteActivityStore(SqliteFile file) : IActivityStore
{
    private const string Select = "SELECT arn, name, created, encryption FROM activities";

    /// <inheritdoc/>
    public ValueTask<ActivityRecord?> FindAsync(string arn, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Query($"{Select} WHERE arn = ?1", statement => statement.Bind(1, arn)).SingleOrDefault());

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(ActivityRecord activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return ValueTask.FromResult(DoesChange(
            "INSERT INTO activities (arn, name, created, encryption) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (arn) DO NOTHING RETURNING 1",
            statement => statement.Bind(1, activity.Arn).Bind(2, activity.Name).Bind(3, activity.CreationDate).Bind(4, activity.EncryptionConfiguration)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(DoesChange("DELETE FROM activities WHERE arn = ?1 RETURNING 1", statement => statement.Bind(1, arn)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ActivityRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<ActivityRecord>>(Query(
            $"{Select} WHERE arn > ?1 ORDER BY arn LIMIT ?2", statement => statement.Bind(1, after ?? "").Bind(2, limit)));

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(file.Read(reader =>
    {
        using var statement = reader.Database.Prepare("SELECT count(*) FROM activities");
        statement.Read();
        return statement.Number(0);
    }));

    private bool DoesChange(string sql, Action<Statement> bind)
    {
        lock (file.WriterGate)
        {
            var hasChanged = false;
            file.Writer.InTransaction(() =>
            {
                using var statement = file.Writer.Prepare(sql);
                bind(statement);
                hasChanged = statement.Read();
            });
            return hasChanged;
        }
    }

    private List<ActivityRecord> Query(string sql, Action<Statement> bind) => file.Read(reader =>
    {
        using var statement = reader.Database.Prepare(sql);
        bind(statement);
        var found = new List<ActivityRecord>();
        while (statement.Read())
        {
            found.Add(new ActivityRecord
            {
                Arn = statement.Text(0),
                Name = statement.Text(1),
                CreationDate = statement.Moment(2),
                EncryptionConfiguration = statement.OptionalJson(3),
            });
        }

        return found;
    });
}
