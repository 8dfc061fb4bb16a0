using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>Machines in the engine's SQLite file.</summary>
public sealed class SqliteStateMachineStore(SqliteFile file) : IStateMachineStore
{
    /// <summary>How many current machines are remembered: every start asks for one.</summary>
    private const int Remembered = 4_096;

    private const string Columns = "r.revision, r.arn, r.name, r.type, r.definition, r.role, r.created, r.updated, r.revision_id, r.logging, r.tracing, r.encryption FROM";

    private readonly ConcurrentDictionary<string, StateMachineRecord> current = [];

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> FindAsync(string arn, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(current.TryGetValue(arn, out var known) ? known : Load(arn));

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> FindRevisionAsync(long revision, CancellationToken cancellationToken = default) => ValueTask.FromResult(Query(
        $"SELECT {Columns} revisions r WHERE r.revision = ?1",
        statement => statement.Bind(1, revision)).SingleOrDefault());

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> TryAddAsync(StateMachineRecord machine, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return ValueTask.FromResult(KeepIf(machine, replaced: null));
    }

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord?> TryReplaceAsync(StateMachineRecord machine, long replaced, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return ValueTask.FromResult(KeepIf(machine, replaced));
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default)
    {
        lock (file.WriterGate)
        {
            var found = false;
            file.Writer.InTransaction(() =>
            {
                found = CurrentRevision(arn) is not null;
                using var delete = file.Writer.Prepare("DELETE FROM machines WHERE arn = ?1");
                delete.Bind(1, arn).Run();
            });
            current.TryRemove(arn, out _);
            return ValueTask.FromResult(found);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        lock (file.WriterGate)
        {
            return ValueTask.FromResult(file.Writer.Number("SELECT count(*) FROM machines"));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StateMachineRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<StateMachineRecord>>(Query(
            $"SELECT {Columns} machines m JOIN revisions r ON r.revision = m.revision WHERE m.arn > ?1 ORDER BY m.arn LIMIT ?2",
            statement => statement.Bind(1, after ?? "").Bind(2, limit)));

    private StateMachineRecord? Load(string arn)
    {
        // Under the gate of the writer, so that what is remembered here is not older than what a writer has just made of it.
        lock (file.WriterGate)
        {
            var found = Query(
                $"SELECT {Columns} machines m JOIN revisions r ON r.revision = m.revision WHERE m.arn = ?1",
                statement => statement.Bind(1, arn)).SingleOrDefault();
            if (found is not null)
            {
                Remember(found);
            }

            return found;
        }
    }

    private void Remember(StateMachineRecord machine)
    {
        if (current.Count >= Remembered)
        {
            current.Clear();
        }

        current[machine.Arn] = machine;
    }

    private StateMachineRecord? KeepIf(StateMachineRecord machine, long? replaced)
    {
        lock (file.WriterGate)
        {
            StateMachineRecord? kept = null;
            file.Writer.InTransaction(() => kept = CurrentRevision(machine.Arn) == replaced ? machine with { Revision = Insert(machine) } : null);
            if (kept is not null)
            {
                Remember(kept);
            }

            return kept;
        }
    }

    private long? CurrentRevision(string arn)
    {
        using var find = file.Writer.Prepare("SELECT revision FROM machines WHERE arn = ?1");
        find.Bind(1, arn);
        return find.Read() ? find.Number(0) : null;
    }

    private long Insert(StateMachineRecord machine)
    {
        using var insert = file.Writer.Prepare(
            "INSERT INTO revisions (arn, name, type, definition, role, created, updated, revision_id, logging, tracing, encryption) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING revision");
        insert.Bind(1, machine.Arn).Bind(2, machine.Name).Bind(3, (long)machine.Type).Bind(4, machine.Definition).Bind(5, machine.RoleArn)
            .Bind(6, machine.CreationDate).Bind(7, machine.UpdateDate).Bind(8, machine.RevisionId)
            .Bind(9, machine.LoggingConfiguration).Bind(10, machine.TracingConfiguration).Bind(11, machine.EncryptionConfiguration);
        insert.Read();
        var revision = insert.Number(0);
        insert.Reset();

        using var point = file.Writer.Prepare("INSERT INTO machines (arn, revision) VALUES (?1, ?2) ON CONFLICT (arn) DO UPDATE SET revision = excluded.revision");
        point.Bind(1, machine.Arn).Bind(2, revision).Run();
        return revision;
    }

    private List<StateMachineRecord> Query(string sql, Action<Statement> bind) => file.Read(reader =>
    {
        using var statement = reader.Database.Prepare(sql);
        bind(statement);
        var found = new List<StateMachineRecord>();
        while (statement.Read())
        {
            found.Add(new StateMachineRecord
            {
                Revision = statement.Number(0),
                Arn = statement.Text(1),
                Name = statement.Text(2),
                Type = (StateMachineType)statement.Number(3),
                Definition = statement.Text(4),
                RoleArn = statement.Text(5),
                CreationDate = statement.Moment(6),
                UpdateDate = statement.Moment(7),
                RevisionId = statement.OptionalText(8),
                LoggingConfiguration = statement.OptionalJson(9),
                TracingConfiguration = statement.OptionalJson(10),
                EncryptionConfiguration = statement.OptionalJson(11),
            });
        }

        return found;
    });
}
