namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>What settlements, authorised payments and stock that runs out add to the business.</summary>
internal static class SettlementTables
{
    /// <summary>
    /// <c>unsettled</c> and <c>settled</c> share the positions of the ledger, one row for each charge and refund in one of the two. What was on the
    /// ledger before is pending; its times are taken to the second, which no day ends between.
    /// </summary>
    public const string Sql =
        """
        ALTER TABLE ledger ADD COLUMN authorization_code TEXT;
        ALTER TABLE ledger ADD COLUMN decline_code TEXT;
        ALTER TABLE transactions ADD COLUMN settlement_id TEXT;
        ALTER TABLE transactions ADD COLUMN settled_at TEXT;

        CREATE TABLE unsettled (
          position INTEGER PRIMARY KEY,
          at_ticks INTEGER NOT NULL
        ) STRICT;
        INSERT INTO unsettled
          SELECT position, CAST(unixepoch(at) AS INTEGER) * 10000000 + 621355968000000000 FROM ledger WHERE kind IN ('Charge', 'Refund');

        CREATE TABLE settled (
          position INTEGER PRIMARY KEY,
          settlement_id TEXT NOT NULL,
          page INTEGER NOT NULL,
          minor_units INTEGER NOT NULL,
          currency TEXT NOT NULL,
          settled_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX settled_by_page ON settled (settlement_id, page, position);

        CREATE TABLE settlements (
          settlement_id TEXT PRIMARY KEY,
          date TEXT NOT NULL,
          time_zone TEXT NOT NULL,
          cut_off TEXT NOT NULL,
          planned_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE settlement_pages (
          settlement_id TEXT NOT NULL,
          page INTEGER NOT NULL,
          first_position INTEGER NOT NULL,
          last_position INTEGER NOT NULL,
          entries INTEGER NOT NULL,
          PRIMARY KEY (settlement_id, page)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE stock_reservations (
          token TEXT PRIMARY KEY,
          status TEXT NOT NULL,
          missing_sku TEXT,
          expires_ticks INTEGER,
          at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE stock_lines (
          token TEXT NOT NULL,
          line INTEGER NOT NULL,
          sku TEXT NOT NULL,
          quantity INTEGER NOT NULL,
          PRIMARY KEY (token, line)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX stock_lines_by_sku ON stock_lines (sku, quantity);
        """;
}
