using System.Globalization;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>The outbox in the engine's SQLite file. The journal writes it in the transaction of the facts; one process at a time takes from it.</summary>
public sealed class SqliteStatusOutbox(SqliteFile file) : IStatusOutbox
{
    /// <summary>Found by whoever opens the file, in whatever version of the other tables it is: an earlier release does not look at it.</summary>
    internal const string Tables = """
        CREATE TABLE IF NOT EXISTS status_outbox (
            number INTEGER PRIMARY KEY, subscription TEXT NOT NULL, execution TEXT NOT NULL, redrives INTEGER NOT NULL, status INTEGER NOT NULL, at INTEGER NOT NULL,
            error TEXT, cause TEXT, failed INTEGER NOT NULL, since INTEGER NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, reason TEXT, died INTEGER);
        CREATE UNIQUE INDEX IF NOT EXISTS status_outbox_by_execution ON status_outbox (execution, subscription, redrives, status);
        CREATE INDEX IF NOT EXISTS status_outbox_by_due ON status_outbox (subscription, due, number) WHERE died IS NULL;
        CREATE INDEX IF NOT EXISTS status_outbox_by_death ON status_outbox (subscription, died, number) WHERE died IS NOT NULL;
        """;

    /// <summary>Adds a change that is not there.</summary>
    internal const string Insert = """
        INSERT INTO status_outbox (subscription, execution, redrives, status, at, error, cause, failed, since, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?5, ?5)
        ON CONFLICT (execution, subscription, redrives, status) DO NOTHING
        """;

    private const string Columns = "subscription, execution, redrives, status, at, error, cause, failed, attempts, since, died, reason, number";

    private const string This = "execution = ?1 AND subscription = ?2 AND redrives = ?3 AND status = ?4 AND died IS NULL";

    /// <inheritdoc/>
    public ValueTask AddAsync(IReadOnlyList<StatusChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Write(writer =>
        {
            using var insert = writer.Prepare(Insert);
            foreach (var change in changes)
            {
                BindTo(insert, change).Run();
            }

            return true;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync(
        string subscription, DateTimeOffset now, DateTimeOffset until, int limit, IReadOnlyCollection<string>? executions = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<OutboxEntry>>(file.Read(reader => Read(
            reader.Database,
            $"""
            SELECT {Columns} FROM status_outbox AS o WHERE subscription = ?1 AND died IS NULL AND due <= ?2 AND NOT EXISTS (
                SELECT 1 FROM status_outbox AS e WHERE e.execution = o.execution AND e.subscription = o.subscription AND e.died IS NULL AND (e.redrives, e.status) < (o.redrives, o.status))
            ORDER BY due, number LIMIT ?3
            """,
            statement => statement.Bind(1, subscription).Bind(2, now).Bind(3, limit),
            row => new OutboxEntry(Change(row), (int)row.Number(8), row.Moment(9)))));

    /// <inheritdoc/>
    public ValueTask RecordAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        Write(writer =>
        {
            foreach (var result in results)
            {
                Record(writer, result);
            }

            return true;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> SubscriptionsAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<IReadOnlyList<string>>(
        file.Read(reader => Read(reader.Database, "SELECT DISTINCT subscription FROM status_outbox WHERE died IS NULL ORDER BY subscription", _ => { }, row => row.Text(0))));

    /// <inheritdoc/>
    public ValueTask<OutboxCounts> CountAsync(string subscription, CancellationToken cancellationToken = default) => ValueTask.FromResult(file.Read(reader => Read(
        reader.Database,
        """
        SELECT (SELECT count(*) FROM (SELECT 1 FROM status_outbox WHERE subscription = ?1 AND died IS NULL LIMIT ?2)),
               (SELECT min(at) FROM (SELECT at FROM status_outbox WHERE subscription = ?1 AND died IS NULL LIMIT ?2)),
               (SELECT count(*) FROM (SELECT 1 FROM status_outbox WHERE subscription = ?1 AND died IS NOT NULL LIMIT ?2))
        """,
        statement => statement.Bind(1, subscription).Bind(2, OutboxCounts.Most),
        row => new OutboxCounts((int)row.Number(0), row.OptionalMoment(1), (int)row.Number(2))).Single()));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeadEvent>> ListDeadAsync(string subscription, int limit, string? after, CancellationToken cancellationToken = default)
    {
        var (died, number) = after is null ? (long.MaxValue, long.MaxValue) : Place(after) ?? (0, 0);
        return ValueTask.FromResult<IReadOnlyList<DeadEvent>>(file.Read(reader => Read(
            reader.Database,
            $"SELECT {Columns} FROM status_outbox WHERE subscription = ?1 AND died IS NOT NULL AND (died, number) < (?2, ?3) ORDER BY died DESC, number DESC LIMIT ?4",
            statement => statement.Bind(1, subscription).Bind(2, died).Bind(3, number).Bind(4, limit),
            Dead)));
    }

    /// <inheritdoc/>
    public ValueTask<StatusChange?> ReviveAsync(string subscription, string place, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (Place(place) is not var (died, number))
        {
            return ValueTask.FromResult<StatusChange?>(null);
        }

        return ValueTask.FromResult(Write(writer =>
        {
            const string One = "subscription = ?1 AND died = ?2 AND number = ?3";
            var found = Read(writer, $"SELECT {Columns} FROM status_outbox WHERE {One}", row => row.Bind(1, subscription).Bind(2, died).Bind(3, number), Change).SingleOrDefault();
            using var revive = writer.Prepare($"UPDATE status_outbox SET died = NULL, reason = NULL, attempts = 0, since = ?4, due = ?4 WHERE {One}");
            revive.Bind(1, subscription).Bind(2, died).Bind(3, number).Bind(4, now).Run();
            return found;
        }));
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeDeadAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default) => ValueTask.FromResult(Write(writer =>
    {
        using var delete = writer.Prepare("DELETE FROM status_outbox WHERE number IN (SELECT number FROM status_outbox WHERE died IS NOT NULL AND died < ?1 LIMIT ?2)");
        delete.Bind(1, before).Bind(2, limit).Run();
        return (int)writer.Number("SELECT changes()");
    }));

    /// <summary>Binds a change to <see cref="Insert"/>.</summary>
    internal static Statement BindTo(Statement insert, StatusChange change) => insert
        .Bind(1, change.Subscription).Bind(2, change.ExecutionArn).Bind(3, change.RedriveCount).Bind(4, (long)change.Status).Bind(5, change.At)
        .Bind(6, change.Failure?.Error).Bind(7, change.Failure?.Cause).Bind(8, change.Failure is null ? 0 : 1);

    private static void Record(Database writer, DeliveryResult result)
    {
        using var statement = result switch
        {
            DeliveryResult.Settled => writer.Prepare($"DELETE FROM status_outbox WHERE {This}"),
            DeliveryResult.Postponed postponed => writer.Prepare($"UPDATE status_outbox SET attempts = attempts + 1, due = ?5, reason = ?6 WHERE {This}")
                .Bind(5, postponed.Until).Bind(6, postponed.Reason),
            DeliveryResult.Dead dead => writer.Prepare($"UPDATE status_outbox SET attempts = attempts + 1, died = ?5, reason = ?6 WHERE {This}")
                .Bind(5, dead.At).Bind(6, dead.Reason),
            _ => throw new System.Diagnostics.UnreachableException($"no way to record {result.GetType().Name}"),
        };
        var change = result.Entry.Change;
        statement.Bind(1, change.ExecutionArn).Bind(2, change.Subscription).Bind(3, change.RedriveCount).Bind(4, (long)change.Status).Run();
    }

    private static DeadEvent Dead(Statement row) =>
        new(Change(row), (int)row.Number(8), row.Moment(10), row.OptionalText(11) ?? "", string.Create(CultureInfo.InvariantCulture, $"{row.Number(10)}-{row.Number(12)}"));

    private static (long Died, long Number)? Place(string text) =>
        text.Split('-') is [var died, var number]
        && long.TryParse(died, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (moment, row)
            : null;

    private static StatusChange Change(Statement row) => new()
    {
        Subscription = row.Text(0),
        ExecutionArn = row.Text(1),
        RedriveCount = (int)row.Number(2),
        Status = (ReportedStatus)row.Number(3),
        At = row.Moment(4),
        Failure = row.Number(7) == 0 ? null : new Failure(row.OptionalText(5), row.OptionalText(6)),
    };

    private static List<T> Read<T>(Database database, string sql, Action<Statement> bind, Func<Statement, T> read)
    {
        using var statement = database.Prepare(sql);
        bind(statement);
        var found = new List<T>();
        while (statement.Read())
        {
            found.Add(read(statement));
        }

        return found;
    }

    private T Write<T>(Func<Database, T> write)
    {
        lock (file.WriterGate)
        {
            T? written = default;
            file.Writer.InTransaction(() => written = write(file.Writer));
            return written!;
        }
    }
}
