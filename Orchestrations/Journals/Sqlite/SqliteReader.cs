using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>A connection that reads, with its statements.</summary>
internal sealed class SqliteReader(Database database) : IDisposable
{
    private const string Columns = "e.key, m.arn, e.name, e.revision, e.started, e.status, e.stopped, e.redrives, e.redriven, e.events, e.items, r.arn, r.state, e.version, e.alias";

    private const string MapRun = "LEFT JOIN map_run_numbers r ON r.number = e.parent";

    private const string EntryColumns = $"{Columns} FROM executions e JOIN machine_numbers m ON m.number = e.machine {MapRun}";

    /// <summary>The cross join makes SQLite go by machine and status, where the running ones lie together, instead of through all executions.</summary>
    private const string OpenEntries =
        $"{Columns} FROM machine_numbers m CROSS JOIN executions e ON e.machine = m.number AND e.status = 0 {MapRun} ORDER BY e.key";

    private readonly Statement find = database.Prepare($"SELECT {EntryColumns} WHERE m.arn = ?1 AND e.name = ?2");
    private readonly Statement outcome = database.Prepare("SELECT status, stopped, output, error, cause, events FROM executions WHERE key = ?1 AND status <> 0");
    private readonly Statement list = database.Prepare($"SELECT {EntryColumns} WHERE m.arn = ?1 AND e.status = ?2 AND e.key < ?3 AND (?5 IS NULL OR (e.redrives > 0) = ?5) ORDER BY e.key DESC LIMIT ?4");
    private readonly Statement listVersion = database.Prepare(
        $"SELECT {EntryColumns} WHERE m.arn = ?1 AND e.version = ?6 AND e.status = ?2 AND e.key < ?3 AND (?5 IS NULL OR (e.redrives > 0) = ?5) ORDER BY e.key DESC LIMIT ?4");

    private readonly Statement listAlias = database.Prepare(
        $"SELECT {EntryColumns} WHERE m.arn = ?1 AND e.alias = ?6 AND e.status = ?2 AND e.key < ?3 AND (?5 IS NULL OR (e.redrives > 0) = ?5) ORDER BY e.key DESC LIMIT ?4");

    private readonly Statement listChildren = database.Prepare(
        $"SELECT {EntryColumns} WHERE e.parent = (SELECT number FROM map_run_numbers WHERE arn = ?1) AND e.status = ?2 AND e.key < ?3 AND (?5 IS NULL OR (e.redrives > 0) = ?5) ORDER BY e.key DESC LIMIT ?4");

    private readonly Statement open = database.Prepare($"SELECT {OpenEntries}");
    private readonly Statement facts = database.Prepare("SELECT fact FROM journal WHERE execution = ?1 AND sequence >= ?2 ORDER BY sequence LIMIT ?3");

    /// <summary>For the stores that share the file and read rarely.</summary>
    public Database Database => database;

    public ExecutionEntry? Find(string stateMachineArn, string name)
    {
        find.Bind(1, stateMachineArn).Bind(2, name);
        return ReadEntries(find) is [var entry] ? entry : null;
    }

    public ExecutionOutcome? FindOutcome(long execution)
    {
        outcome.Bind(1, execution);
        if (!outcome.Read())
        {
            return null;
        }

        var status = (ExecutionStatus)outcome.Number(0);
        var failure = status == ExecutionStatus.Succeeded ? null : new Failure(outcome.OptionalText(3), outcome.OptionalText(4));
        var found = new ExecutionOutcome(execution, status, outcome.Moment(1), outcome.OptionalJson(2), failure) { EventCount = outcome.Number(5) };
        outcome.Reset();
        return found;
    }

    public List<ExecutionEntry> List(string stateMachineArn, ExecutionStatus status, long before, int limit, bool? isRedriven) =>
        Newest(list, stateMachineArn, status, before, limit, isRedriven);

    /// <summary>Those that were started by a version or an alias.</summary>
    public List<ExecutionEntry> List(QualifiedArn named, ExecutionStatus status, long before, int limit, bool? isRedriven) => named.Version is { } number
        ? Newest(listVersion.Bind(6, number), named.Machine, status, before, limit, isRedriven)
        : Newest(listAlias.Bind(6, named.Alias), named.Machine, status, before, limit, isRedriven);

    public List<ExecutionEntry> ListChildren(string mapRunArn, ExecutionStatus status, long before, int limit, bool? isRedriven) =>
        Newest(listChildren, mapRunArn, status, before, limit, isRedriven);

    public List<ExecutionEntry> ReadOpen() => ReadEntries(open);

    public List<Fact> ReadFacts(long execution, int from, int limit)
    {
        facts.Bind(1, execution).Bind(2, from).Bind(3, limit);
        var found = new List<Fact>();
        while (facts.Read())
        {
            found.Add(FactCodec.FromJson(Json.Parse(facts.Bytes(0))));
        }

        return found;
    }

    public void Dispose()
    {
        database.Dispose();
    }

    private static List<ExecutionEntry> Newest(Statement statement, string arn, ExecutionStatus status, long before, int limit, bool? isRedriven)
    {
        statement.Bind(1, arn).Bind(2, (long)status).Bind(3, before).Bind(4, limit)
            .Bind(5, isRedriven is { } wanted ? (wanted ? 1L : 0L) : (long?)null);
        return ReadEntries(statement);
    }

    private static List<ExecutionEntry> ReadEntries(Statement statement)
    {
        var found = new List<ExecutionEntry>();
        while (statement.Read())
        {
            found.Add(new ExecutionEntry
            {
                Key = statement.Number(0),
                StateMachineArn = statement.Text(1),
                Name = statement.Text(2),
                Revision = statement.Number(3),
                StartDate = statement.Moment(4),
                Status = (ExecutionStatus)statement.Number(5),
                StopDate = statement.OptionalMoment(6),
                RedriveCount = (int)statement.Number(7),
                RedriveDate = statement.OptionalMoment(8),
                EventCount = statement.Number(9),
                Child = statement.IsNull(11) ? null : new ChildEntry(statement.Text(11), statement.Text(12), (int)statement.Number(10)),
                Version = statement.IsNull(13) ? null : (int)statement.Number(13),
                Alias = statement.OptionalText(14),
            });
        }

        return found;
    }
}
