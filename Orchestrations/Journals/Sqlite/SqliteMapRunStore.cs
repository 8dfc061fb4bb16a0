using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>Map Runs in the engine's SQLite file.</summary>
public sealed class SqliteMapRunStore(SqliteFile file) : IMapRunStore
{
    /// <summary>How many requests are remembered: they never change, and may be large.</summary>
    private const int Remembered = 64;

    private const string Columns = "SELECT number, arn, execution, progress, status, started, stopped, output, error, cause FROM map_runs";

    private readonly ConcurrentDictionary<long, MapRunRequest> requests = [];

    /// <inheritdoc/>
    public ValueTask<MapRun> AddAsync(MapRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Write(writer =>
        {
            using var insert = writer.Prepare(
                "INSERT INTO map_runs (arn, execution, request, progress, status, started) VALUES (?1, ?2, ?3, ?4, 0, ?5) ON CONFLICT (arn) DO NOTHING");
            insert.Bind(1, run.Arn).Bind(2, run.ExecutionArn).Bind(3, run.Request.ToJson()).Bind(4, MapRunProgress.Of(run)).Bind(5, run.StartDate).Run();
            return Find(writer, run.Arn)!.Value.Run;
        });
    }

    /// <inheritdoc/>
    public ValueTask<MapRun?> FindAsync(string mapRunArn, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(file.Read(reader => Find(reader.Database, mapRunArn)?.Run));

    /// <inheritdoc/>
    public ValueTask<MapRun> PlanAsync(string mapRunArn, IReadOnlyList<ChildInput> children, bool isComplete, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(children);
        return Change(mapRunArn, (rows, run) =>
        {
            if (run.Status != MapRunStatus.Running)
            {
                return run;
            }

            var known = run.Tally.Executions.Total;
            var tally = run.Tally;
            foreach (var child in children.Where(child => child.Index >= known))
            {
                rows.Add(child);
                tally = tally.Planned(child.ItemCount);
            }

            return run with { Tally = isComplete ? tally.Completed() : tally };
        });
    }

    /// <inheritdoc/>
    public ValueTask<MapRunTurn> AdvanceAsync(string mapRunArn, IReadOnlyList<ChildEnd> ended, int bound, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ended);
        IReadOnlyList<MapRunChild> begun = [];
        var advanced = ChangeNow(mapRunArn, (rows, run) =>
        {
            if (run.Status != MapRunStatus.Running)
            {
                return run;
            }

            foreach (var end in ended.Where(end => end.Index < run.Position))
            {
                if (rows.TryEnd(end) is { } items)
                {
                    run = run with { Tally = run.Tally.Ended(end.Status, items, end.RedriveObstacle is null) };
                }
            }

            begun = rows.Read(ChildFilter.Pending, run.Position, run.Position, run.Room(bound));
            return begun.Aggregate(run, static (run, child) => run with
            {
                Position = child.Index + 1,
                Tally = child.IsToRedrive ? run.Tally.BeganAgain(child.ItemCount) : run.Tally.Began(child.ItemCount),
            });
        });
        return ValueTask.FromResult(new MapRunTurn(advanced, [.. begun]));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MapRunChild>> ReadAsync(string mapRunArn, ChildFilter filter, long from, int limit, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(file.Read<IReadOnlyList<MapRunChild>>(reader =>
        {
            var found = Find(reader.Database, mapRunArn) ?? throw Unknown(mapRunArn);
            using var rows = new MapRunChildRows(reader.Database, found.Number);
            return rows.Read(filter, found.Run.Position, from, limit);
        }));

    /// <inheritdoc/>
    public ValueTask<MapRun> EndAsync(string mapRunArn, MapRunEnd end, CancellationToken cancellationToken = default) =>
        Change(mapRunArn, (_, run) => run.Status == MapRunStatus.Running ? run.Ended(end) : run);

    /// <inheritdoc/>
    public ValueTask<MapRun> RedriveAsync(string mapRunArn, int redriveCount, DateTimeOffset at, CancellationToken cancellationToken = default) => Change(mapRunArn, (rows, run) =>
    {
        if (!run.CanBeRedriven(redriveCount))
        {
            return run;
        }

        rows.Redrive();
        return run.Redriven(redriveCount, at);
    });

    /// <inheritdoc/>
    public ValueTask<MapRun?> UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Write(writer => Find(writer, mapRunArn) switch
        {
            { Run.Status: MapRunStatus.Running } found => Save(writer, found.Number, change.Of(found.Run)),
            var found => found?.Run,
        });
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MapRun>> ListAsync(string executionArn, string? after, int limit, CancellationToken cancellationToken = default) => Query(
        $"{Columns} WHERE execution = ?1 AND number < coalesce((SELECT number FROM map_runs WHERE arn = ?2), CASE WHEN ?2 IS NULL THEN ?4 ELSE 0 END) ORDER BY number DESC LIMIT ?3",
        statement => statement.Bind(1, executionArn).Bind(2, after).Bind(3, limit).Bind(4, long.MaxValue));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MapRun>> ListRunningAsync(CancellationToken cancellationToken = default) => Query($"{Columns} WHERE status = 0 ORDER BY number", _ => { });

    /// <inheritdoc/>
    public ValueTask ForgetChildrenAsync(string mapRunArn, CancellationToken cancellationToken = default)
    {
        WriteNow(writer =>
        {
            using var delete = writer.Prepare("DELETE FROM map_run_children WHERE run = (SELECT number FROM map_runs WHERE arn = ?1)");
            delete.Bind(1, mapRunArn).Run();
            return true;
        });
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken = default) => Write(writer =>
    {
        using var old = writer.Prepare("SELECT number FROM map_runs WHERE status > 0 AND stopped < ?1 LIMIT ?2");
        old.Bind(1, endedBefore).Bind(2, limit);
        var numbers = new List<long>();
        while (old.Read())
        {
            numbers.Add(old.Number(0));
        }

        using var deleteChildren = writer.Prepare("DELETE FROM map_run_children WHERE run = ?1");
        using var delete = writer.Prepare("DELETE FROM map_runs WHERE number = ?1");
        foreach (var number in numbers)
        {
            deleteChildren.Bind(1, number).Run();
            delete.Bind(1, number).Run();
        }

        return numbers.Count;
    });

    private ValueTask<MapRun> Change(string mapRunArn, Func<MapRunChildRows, MapRun, MapRun> change) => ValueTask.FromResult(ChangeNow(mapRunArn, change));

    private MapRun ChangeNow(string mapRunArn, Func<MapRunChildRows, MapRun, MapRun> change) => WriteNow(writer =>
    {
        var found = Find(writer, mapRunArn) ?? throw Unknown(mapRunArn);
        using var rows = new MapRunChildRows(writer, found.Number);
        var changed = change(rows, found.Run);
        return ReferenceEquals(changed, found.Run) ? changed : Save(writer, found.Number, changed);
    });

    private ValueTask<T> Write<T>(Func<Database, T> write) => ValueTask.FromResult(WriteNow(write));

    private T WriteNow<T>(Func<Database, T> write)
    {
        lock (file.WriterGate)
        {
            T answer = default!;
            file.Writer.InTransaction(() => answer = write(file.Writer));
            return answer;
        }
    }

    private static MapRun Save(Database writer, long number, MapRun run)
    {
        using var update = writer.Prepare("UPDATE map_runs SET progress = ?2, status = ?3, stopped = ?4, output = ?5, error = ?6, cause = ?7 WHERE number = ?1");
        update.Bind(1, number).Bind(2, MapRunProgress.Of(run)).Bind(3, (long)run.Status).Bind(4, run.StopDate).Bind(5, run.Output)
            .Bind(6, run.Failure?.Error).Bind(7, run.Failure?.Cause).Run();
        return run;
    }

    private (long Number, MapRun Run)? Find(Database database, string mapRunArn)
    {
        using var find = database.Prepare($"{Columns} WHERE arn = ?1");
        find.Bind(1, mapRunArn);
        return find.Read() ? (find.Number(0), Read(database, find)) : null;
    }

    private ValueTask<IReadOnlyList<MapRun>> Query(string sql, Action<Statement> bind) => ValueTask.FromResult(file.Read<IReadOnlyList<MapRun>>(reader =>
    {
        using var statement = reader.Database.Prepare(sql);
        bind(statement);
        var found = new List<MapRun>();
        while (statement.Read())
        {
            found.Add(Read(reader.Database, statement));
        }

        return found;
    }));

    private MapRun Read(Database database, Statement row)
    {
        var status = (MapRunStatus)row.Number(4);
        var run = new MapRun
        {
            Arn = row.Text(1),
            ExecutionArn = row.Text(2),
            Request = Request(database, row.Number(0)),
            StartDate = row.Moment(5),
            Status = status,
            StopDate = row.OptionalMoment(6),
            Output = row.OptionalJson(7),
            Failure = FailureOf(row.OptionalText(8), row.OptionalText(9)),
            MaxConcurrency = 0,
            Tolerance = MapRunTolerance.None,
        };
        return MapRunProgress.Read(run, (JsonObject)Json.Parse(row.Bytes(3)));
    }

    private static Failure? FailureOf(string? error, string? cause) => error is null && cause is null ? null : new Failure(error, cause);

    private MapRunRequest Request(Database database, long number)
    {
        if (requests.TryGetValue(number, out var known))
        {
            return known;
        }

        if (requests.Count >= Remembered)
        {
            requests.Clear();
        }

        using var find = database.Prepare("SELECT request FROM map_runs WHERE number = ?1");
        find.Bind(1, number).Read();
        return requests[number] = MapRunRequest.FromJson(Json.Parse(find.Bytes(0)));
    }

    private static InvalidOperationException Unknown(string mapRunArn) => new($"expected a Map Run {mapRunArn} on record, found none");
}
