namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>The tables of the engine's file.</summary>
internal static class Schema
{
    private const long Version = 6;

    /// <summary>
    /// Facts lie in the order in which they were committed, found through an index: a group of facts of fifty executions then fills a few pages at
    /// the end, where a journal clustered by execution would change fifty. Machines are named by number in the executions' indexes, which keeps them small.
    /// </summary>
    private const string Tables = """
        CREATE TABLE machine_numbers (number INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE);
        CREATE TABLE executions (
            key INTEGER PRIMARY KEY, machine INTEGER NOT NULL, name TEXT NOT NULL, revision INTEGER NOT NULL,
            started INTEGER NOT NULL, status INTEGER NOT NULL, stopped INTEGER, error TEXT, cause TEXT, output BLOB,
            redrives INTEGER NOT NULL DEFAULT 0, redriven INTEGER, events INTEGER, parent INTEGER, items INTEGER,
            version INTEGER, alias TEXT);
        CREATE UNIQUE INDEX executions_by_name ON executions (machine, name);
        CREATE INDEX executions_by_status ON executions (machine, status, key);
        CREATE TABLE journal (place INTEGER PRIMARY KEY, execution INTEGER NOT NULL, sequence INTEGER NOT NULL, fact BLOB NOT NULL);
        CREATE UNIQUE INDEX journal_by_execution ON journal (execution, sequence);
        CREATE TABLE machines (arn TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE revisions (
            revision INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL, name TEXT NOT NULL, type INTEGER NOT NULL, definition TEXT NOT NULL,
            role TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, revision_id TEXT, logging BLOB, tracing BLOB, encryption BLOB);
        """;

    /// <summary>
    /// Map Runs: by number, what their children in <c>executions</c> belong to (<c>parent</c>), the Map Runs themselves, and what became of their children. A
    /// child lies there in the order of its number; its status is that of an execution, or one that says it is to come.
    /// </summary>
    private const string MapRuns = """
        CREATE TABLE map_run_numbers (number INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, state TEXT NOT NULL);
        CREATE INDEX executions_by_map_run ON executions (parent, status, key) WHERE parent IS NOT NULL;
        CREATE TABLE map_runs (
            number INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, execution TEXT NOT NULL, request BLOB NOT NULL, progress BLOB NOT NULL,
            status INTEGER NOT NULL, started INTEGER NOT NULL, stopped INTEGER, output BLOB, error TEXT, cause TEXT);
        CREATE INDEX map_runs_by_execution ON map_runs (execution, number);
        CREATE INDEX map_runs_by_status ON map_runs (status, stopped);
        CREATE TABLE map_run_children (
            place INTEGER PRIMARY KEY, run INTEGER NOT NULL, child INTEGER NOT NULL, input BLOB NOT NULL, items INTEGER NOT NULL, status INTEGER NOT NULL,
            again INTEGER NOT NULL DEFAULT 0, output BLOB, error TEXT, cause TEXT, started INTEGER, stopped INTEGER, redrives INTEGER NOT NULL DEFAULT 0,
            obstacle TEXT);
        CREATE UNIQUE INDEX map_run_children_by_number ON map_run_children (run, child);
        """;

    /// <summary>What a file of version 1 lacks: how often an execution was redriven and when, and how many events its history had at its end.</summary>
    private const string Redrives = """
        ALTER TABLE executions ADD COLUMN redrives INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE executions ADD COLUMN redriven INTEGER;
        ALTER TABLE executions ADD COLUMN events INTEGER;
        """;

    /// <summary>What an execution of a file of version 2 lacks.</summary>
    private const string Children = """
        ALTER TABLE executions ADD COLUMN parent INTEGER;
        ALTER TABLE executions ADD COLUMN items INTEGER;
        """;

    /// <summary>What a file of version 3 lacks: why a child may not be redriven any more.</summary>
    private const string Obstacles = "ALTER TABLE map_run_children ADD COLUMN obstacle TEXT;";

    /// <summary>What a file of version 5 lacks.</summary>
    private const string Activities = "CREATE TABLE activities (arn TEXT PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL, encryption BLOB) WITHOUT ROWID;";

    /// <summary>By which version and alias an execution was started: nearly all are by neither, and cost these indexes nothing.</summary>
    private const string ByVersion = """
        CREATE INDEX executions_by_version ON executions (machine, version, status, key) WHERE version IS NOT NULL;
        CREATE INDEX executions_by_alias ON executions (machine, alias, status, key) WHERE alias IS NOT NULL;
        """;

    /// <summary>What an execution of a file of version 4 lacks.</summary>
    private const string Versions = """
        ALTER TABLE executions ADD COLUMN version INTEGER;
        ALTER TABLE executions ADD COLUMN alias TEXT;
        """;

    /// <summary>Documents about resources. An edition is a number that no document has had before.</summary>
    private const string Documents = """
        CREATE TABLE resource_documents (edition INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, arn TEXT NOT NULL, content BLOB NOT NULL);
        CREATE UNIQUE INDEX resource_documents_by_arn ON resource_documents (arn, kind);
        """;

    /// <summary>Makes the tables in a new file, brings an older file up to date and turns an unknown one away.</summary>
    /// <exception cref="JournalException">The file was written by another version.</exception>
    public static void Ensure(Database database)
    {
        var found = database.Number("PRAGMA user_version");
        var missing = found switch
        {
            0 => $"{Tables} {MapRuns} {ByVersion} {Documents} {Activities}",
            1 => $"{Redrives} {Children} {MapRuns} {Versions} {ByVersion} {Documents} {Activities}",
            2 => $"{Children} {MapRuns} {Versions} {ByVersion} {Documents} {Activities}",
            3 => $"{Obstacles} {Versions} {ByVersion} {Documents} {Activities}",
            4 => $"{Versions} {ByVersion} {Documents} {Activities}",
            5 => Activities,
            Version => null,
            _ => throw new JournalException($"expected a data file of version {Version}, found one of version {found}: it was written by another release"),
        };
        if (missing is not null)
        {
            database.InTransaction(() => database.Execute($"{missing} PRAGMA user_version={Version}"));
        }

        database.Execute(SqliteStatusOutbox.Tables);
    }
}
