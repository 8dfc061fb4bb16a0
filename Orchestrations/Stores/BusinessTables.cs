namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables of orders, transactions, the ledger and the answers of outside services.</summary>
internal static class BusinessTables
{
    public const string Sql =
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
        """;
}
