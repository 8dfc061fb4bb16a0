using Microsoft.Data.Sqlite;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The statements that one connection has prepared and nobody is running. Used by one call at a time, like the connection.</summary>
internal sealed class PreparedCommands
{
    /// <summary>Lists have many forms; of those that were asked for once, not all are kept for ever.</summary>
    private const int KeptAtMost = 200;

    private readonly Dictionary<string, SqliteCommand> kept = [];

    /// <summary>A statement to run once. It is kept again when the answer is disposed of.</summary>
    public Taken Take(SqliteConnection connection, string sql)
    {
        var made = connection.CreateCommand();
        if (!kept.Remove(sql, out var command))
        {
            made.CommandText = sql;
            return new Taken(this, made);
        }

        // A command insists on belonging to the transaction it runs in, and only a new one is told which that is.
        command.Transaction = made.Transaction;
        made.Dispose();
        return new Taken(this, command);
    }

    private void Keep(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (kept.Count >= KeptAtMost)
        {
            foreach (var old in kept.Values)
            {
                old.Dispose();
            }

            kept.Clear();
        }

        if (!kept.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <summary>A statement while it runs.</summary>
    internal readonly struct Taken(PreparedCommands from, SqliteCommand command) : IDisposable
    {
        /// <summary>The statement.</summary>
        public SqliteCommand Command => command;

        /// <inheritdoc/>
        public void Dispose() => from.Keep(command);
    }
}
