using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Statements and their parameters in one call. A connection keeps the statements it has prepared, since preparing one may cost more than running it.</summary>
internal static class SqliteCommands
{
    private static readonly ConditionalWeakTable<SqliteConnection, PreparedCommands> Prepared = [];

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var taken = Take(connection, sql, parameters);
        return taken.Command.ExecuteNonQuery();
    }

    /// <summary>The first row of an answer, or the default value if there is none.</summary>
    public static T? First<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var taken = Take(connection, sql, parameters);
        using var rows = taken.Command.ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    /// <summary>All rows of an answer.</summary>
    public static List<T> All<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var taken = Take(connection, sql, parameters);
        using var rows = taken.Command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

    private static PreparedCommands.Taken Take(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var taken = Prepared.GetValue(connection, _ => new PreparedCommands()).Take(connection, sql);
        foreach (var (name, value) in parameters)
        {
            taken.Command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return taken;
    }
}
