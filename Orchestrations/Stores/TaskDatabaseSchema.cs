using Microsoft.Data.Sqlite;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables, and how an older file gets them.</summary>
internal static class TaskDatabaseSchema
{
    /// <summary>What leads from each version of the schema to the next, beginning with the empty file. Only ever added to.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE orders (
          order_id TEXT PRIMARY KEY,
          version INTEGER NOT NULL,
          status TEXT NOT NULL,
          updated_ms INTEGER NOT NULL,
          document TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX orders_by_status ON orders (status, updated_ms);

        CREATE TABLE transactions (
          transaction_id TEXT PRIMARY KEY,
          version INTEGER NOT NULL,
          kind TEXT NOT NULL,
          status TEXT NOT NULL,
          account_id TEXT,
          order_id TEXT,
          minor_units INTEGER,
          currency TEXT,
          reason TEXT,
          original_transaction_id TEXT,
          note TEXT,
          error TEXT,
          cause TEXT,
          failures INTEGER NOT NULL,
          token TEXT NOT NULL,
          created_at TEXT NOT NULL,
          updated_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ledger (
          position INTEGER PRIMARY KEY AUTOINCREMENT,
          token TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          transaction_id TEXT NOT NULL,
          refund_id TEXT,
          account_id TEXT,
          order_id TEXT,
          minor_units INTEGER,
          currency TEXT,
          reason TEXT,
          at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX ledger_by_transaction ON ledger (transaction_id);
        CREATE INDEX ledger_by_order ON ledger (order_id) WHERE order_id IS NOT NULL;

        CREATE TABLE answers (
          token TEXT PRIMARY KEY,
          outcome TEXT NOT NULL,
          detail TEXT,
          at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
    ];

    public static void BringUpToDate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.First("PRAGMA user_version", row => row.GetInt32(0));
        if (version > Steps.Length)
        {
            throw new InvalidDataException(
                $"{connection.DataSource}: expected a schema of version {Steps.Length} or older, found version {version}. "
                + "A newer version of this program has written it.");
        }

        foreach (var step in Steps.AsSpan(version))
        {
            connection.Run(step);
        }

        connection.Run($"PRAGMA user_version = {Steps.Length}");
        transaction.Commit();
    }
}
