namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables of schedules and their firings.</summary>
internal static class ScheduleTables
{
    public const string Sql =
        """
        CREATE TABLE schedules (
            name TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            is_configured INTEGER NOT NULL,
            document TEXT NOT NULL,
            decided_until INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE firings (
            schedule TEXT NOT NULL,
            id TEXT NOT NULL,
            due INTEGER NOT NULL,
            status TEXT NOT NULL,
            is_open INTEGER NOT NULL,
            is_manual INTEGER NOT NULL,
            machine TEXT NOT NULL,
            input TEXT NOT NULL,
            fired_at INTEGER,
            execution_arn TEXT,
            task_id TEXT,
            reason TEXT,
            count INTEGER NOT NULL,
            until INTEGER,
            PRIMARY KEY (schedule, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX firings_by_due ON firings (schedule, due, id);
        CREATE INDEX firings_open ON firings (schedule, due) WHERE is_open = 1;
        CREATE INDEX firings_fired ON firings (schedule, fired_at, due) WHERE status = 'Fired';
        """;
}
