using Microsoft.Data.Sqlite;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Schedules in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteScheduleStore(TaskDatabase database) : IScheduleStore
{
    private const string LastFired = "SELECT * FROM firings WHERE schedule = $name AND status = 'Fired' ORDER BY fired_at DESC, due DESC LIMIT 1";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ScheduleRecord>> ListAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ScheduleRecord>>(connection => connection.All("SELECT * FROM schedules ORDER BY name", ReadRecord), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ScheduleRecord?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => connection.First("SELECT * FROM schedules WHERE name = $name", ReadRecord, ("$name", name)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ScheduleRecord?> SaveAsync(ScheduleRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return database.WriteAsync(connection => Save(connection, record), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string name, long version, CancellationToken cancellationToken = default) => database.WriteAsync(
        connection =>
        {
            var isDeleted = connection.Run("DELETE FROM schedules WHERE name = $name AND version = $version", ("$name", name), ("$version", version)) == 1;
            return isDeleted && connection.Run("DELETE FROM firings WHERE schedule = $name", ("$name", name)) >= 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DecideAsync(string name, DateTimeOffset until, IReadOnlyList<Firing> firings, int kept, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firings);
        await database.WriteAsync(
            connection =>
            {
                if (connection.Run("UPDATE schedules SET decided_until = $until WHERE name = $name", ("$name", name), ("$until", until.UtcTicks)) == 1)
                {
                    foreach (var firing in firings)
                    {
                        Insert(connection, firing, "DO NOTHING");
                    }

                    Forget(connection, name, kept);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask PutFiringAsync(Firing firing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firing);
        await database.WriteAsync(
            connection => Insert(
                connection,
                firing,
                "DO UPDATE SET status = $status, is_open = $open, fired_at = $firedAt, execution_arn = $arn, task_id = $task, reason = $reason"),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Firing?> FindFiringAsync(string name, string id, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.First("SELECT * FROM firings WHERE schedule = $name AND id = $id", ReadFiring, ("$name", name), ("$id", id)),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Firing>> OpenFiringsAsync(string name, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Firing>>(
            connection => connection.All("SELECT * FROM firings WHERE schedule = $name AND is_open = 1 ORDER BY due, id", ReadFiring, ("$name", name)),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Firing?> LastFiredAsync(string name, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => connection.First(LastFired, ReadFiring, ("$name", name)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Firing>> FiringsAsync(
        string name, int limit, (DateTimeOffset Due, string Id)? before, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Firing>>(
            connection => connection.All(
                "SELECT * FROM firings WHERE schedule = $name AND (due, id) < ($due, $id) ORDER BY due DESC, id DESC LIMIT $limit",
                ReadFiring,
                ("$name", name),
                ("$due", before?.Due.UtcTicks ?? long.MaxValue),
                ("$id", before?.Id ?? string.Empty),
                ("$limit", limit)),
            cancellationToken);

    private static ScheduleRecord? Save(SqliteConnection connection, ScheduleRecord record)
    {
        var sql = record.Version == 0
            ? """
              INSERT INTO schedules (name, version, is_configured, document, decided_until, created_at, updated_at)
              VALUES ($name, 1, $configured, $document, $until, $created, $updated) ON CONFLICT (name) DO NOTHING
              """
            : """
              UPDATE schedules SET version = version + 1, is_configured = $configured, document = $document, decided_until = $until, created_at = $created,
              updated_at = $updated WHERE name = $name AND version = $version
              """;
        var changed = connection.Run(
            sql,
            ("$name", record.Schedule.Name),
            ("$version", record.Version),
            ("$configured", record.IsConfigured),
            ("$document", ScheduleDocument.Write(record.Schedule)),
            ("$until", record.DecidedUntil.UtcTicks),
            ("$created", SqliteRows.WriteTime(record.CreatedAt)),
            ("$updated", SqliteRows.WriteTime(record.UpdatedAt)));
        return changed == 1 ? record with { Version = record.Version + 1 } : null;
    }

    private static bool Insert(SqliteConnection connection, Firing firing, string whenKnown) => connection.Run(
        $"""
         INSERT INTO firings (schedule, id, due, status, is_open, is_manual, machine, input, fired_at, execution_arn, task_id, reason, count, until)
         VALUES ($name, $id, $due, $status, $open, $manual, $machine, $input, $firedAt, $arn, $task, $reason, $count, $until)
         ON CONFLICT (schedule, id) {whenKnown}
         """,
        ("$name", firing.Schedule),
        ("$id", firing.Id),
        ("$due", firing.Due.UtcTicks),
        ("$status", firing.Status.ToString()),
        ("$open", firing.IsOpen),
        ("$manual", firing.IsManual),
        ("$machine", firing.StateMachine),
        ("$input", firing.Input.ToString()),
        ("$firedAt", firing.FiredAt?.UtcTicks),
        ("$arn", firing.ExecutionArn),
        ("$task", firing.TaskId),
        ("$reason", firing.Reason),
        ("$count", firing.Count),
        ("$until", firing.Until?.UtcTicks)) == 1;

    private static void Forget(SqliteConnection connection, string name, int kept)
    {
        var last = connection.First(LastFired, ReadFiring, ("$name", name))?.Id;
        connection.Run(
            """
            DELETE FROM firings WHERE schedule = $name AND is_open = 0 AND id IS NOT $last AND (due, id) <= (
                SELECT due, id FROM firings WHERE schedule = $name AND is_open = 0 AND id IS NOT $last ORDER BY due DESC, id DESC LIMIT 1 OFFSET $kept)
            """,
            ("$name", name),
            ("$last", last),
            ("$kept", kept));
    }

    private static ScheduleRecord ReadRecord(SqliteDataReader row) => new()
    {
        Schedule = ScheduleDocument.Read(row.Text("name"), row.Text("document")),
        Version = row.Integer("version"),
        IsConfigured = row.Integer("is_configured") == 1,
        DecidedUntil = Ticks(row.Integer("decided_until")),
        CreatedAt = row.Time("created_at"),
        UpdatedAt = row.Time("updated_at"),
    };

    private static Firing ReadFiring(SqliteDataReader row) => new()
    {
        Schedule = row.Text("schedule"),
        Id = row.Text("id"),
        Due = Ticks(row.Integer("due")),
        Status = row.Choice<FiringStatus>("status"),
        IsManual = row.Integer("is_manual") == 1,
        StateMachine = row.Text("machine"),
        Input = Json.Parse(row.Text("input")),
        FiredAt = OptionalTicks(row, "fired_at"),
        ExecutionArn = row.OptionalText("execution_arn"),
        TaskId = row.OptionalText("task_id"),
        Reason = row.OptionalText("reason"),
        Count = row.Integer("count"),
        Until = OptionalTicks(row, "until"),
    };

    private static DateTimeOffset? OptionalTicks(SqliteDataReader row, string column) => row.IsDBNull(row.GetOrdinal(column)) ? null : Ticks(row.Integer(column));

    private static DateTimeOffset Ticks(long ticks) => new(ticks, TimeSpan.Zero);
}
