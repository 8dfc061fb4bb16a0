using System.Diagnostics;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>The children of one Map Run in the engine's SQLite file, with the statements of one call.</summary>
internal sealed class MapRunChildRows(Database database, long run) : IDisposable
{
    private const string Columns = "SELECT child, input, items, status, again, output, error, cause, started, stopped, redrives, obstacle FROM map_run_children WHERE run = ?1";

    private readonly List<Statement> prepared = [];
    private Statement? insert;
    private Statement? end;

    /// <summary>Adds a child that is to come.</summary>
    public void Add(ChildInput child)
    {
        insert ??= Prepare("INSERT INTO map_run_children (run, child, input, items, status) VALUES (?1, ?2, ?3, ?4, 0)");
        insert.Bind(1, run).Bind(2, child.Index).Bind(3, child.Input).Bind(4, child.ItemCount).Run();
    }

    /// <summary>Takes down how a child ended.</summary>
    /// <returns>How many items it has, or null if it had ended already.</returns>
    public int? TryEnd(ChildEnd ended)
    {
        end ??= Prepare(
            "UPDATE map_run_children SET status = ?3, output = ?4, error = ?5, cause = ?6, started = ?7, stopped = ?8, redrives = ?9, obstacle = ?10, again = 0 "
            + "WHERE run = ?1 AND child = ?2 AND status = 0 RETURNING items");
        end.Bind(1, run).Bind(2, ended.Index).Bind(3, (long)ended.Status).Bind(4, ended.Output).Bind(5, ended.Failure?.Error).Bind(6, ended.Failure?.Cause)
            .Bind(7, ended.StartedAt).Bind(8, ended.StoppedAt).Bind(9, ended.RedriveCount).Bind(10, ended.RedriveObstacle);
        if (!end.Read())
        {
            return null;
        }

        var items = (int)end.Number(0);
        end.Read();
        return items;
    }

    /// <summary>Has all that did not succeed taken up again.</summary>
    public void Redrive() => Prepare(
        "UPDATE map_run_children SET status = 0, again = 1, output = NULL, error = NULL, cause = NULL, started = NULL, stopped = NULL, obstacle = NULL WHERE run = ?1 AND status <> ?2")
        .Bind(1, run).Bind(2, (long)ExecutionStatus.Succeeded).Run();

    /// <summary>Some children in their order.</summary>
    public List<MapRunChild> Read(ChildFilter filter, long position, long from, int limit)
    {
        var found = new List<MapRunChild>();
        if (limit == 0)
        {
            return found;
        }

        var statement = Prepare($"{Columns} AND child >= ?2 AND {Condition(filter)} ORDER BY child LIMIT ?4");
        statement.Bind(1, run).Bind(2, from).Bind(3, position).Bind(4, limit);
        while (statement.Read())
        {
            found.Add(Read(statement));
        }

        return found;
    }

    public void Dispose() => prepared.ForEach(statement => statement.Dispose());

    /// <summary>0 stands for a child that has not ended. The position is a parameter of every one, needed or not.</summary>
    private static string Condition(ChildFilter filter) => filter switch
    {
        ChildFilter.Ended => "status <> 0 AND ?3 = ?3",
        ChildFilter.Succeeded => $"status = {(int)ExecutionStatus.Succeeded} AND ?3 = ?3",
        ChildFilter.Unsuccessful => $"status > {(int)ExecutionStatus.Succeeded} AND ?3 = ?3",
        ChildFilter.Begun => "status = 0 AND child < ?3",
        ChildFilter.Pending => "status = 0 AND child >= ?3",
        _ => throw new UnreachableException($"no rule for {filter}"),
    };

    private static MapRunChild Read(Statement row)
    {
        var status = (ExecutionStatus)row.Number(3);
        var child = new MapRunChild
        {
            Index = row.Number(0),
            Input = Json.Parse(row.Bytes(1)),
            ItemCount = (int)row.Number(2),
            IsToRedrive = row.Number(4) != 0,
            RedriveCount = (int)row.Number(10),
        };
        return status == ExecutionStatus.Running
            ? child
            : child with
            {
                End = new ChildEnd
                {
                    Index = child.Index,
                    Status = status,
                    Output = row.OptionalJson(5),
                    Failure = status == ExecutionStatus.Succeeded ? null : new Failure(row.OptionalText(6), row.OptionalText(7)),
                    StartedAt = row.Moment(8),
                    StoppedAt = row.Moment(9),
                    RedriveCount = child.RedriveCount,
                    RedriveObstacle = row.OptionalText(11),
                },
            };
    }

    private Statement Prepare(string sql)
    {
        var statement = database.Prepare(sql);
        prepared.Add(statement);
        return statement;
    }
}
