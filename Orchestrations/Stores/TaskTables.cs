namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables of tasks, of the blobs that belong to them, and of answers that are given again under their idempotency keys.</summary>
/// <remarks>
/// <para>
/// <c>tasks</c> has what lists filter and sort by; the whole of a task is in <c>task_documents</c>, which a list opens for the tasks on its page only.
/// A cell is a kind with a status (<see cref="TaskCell"/>). For each order there is one index of all tasks and one of each owner's, both by cell, so that a list
/// of whatever kinds and statuses is a merge of at most 24 runs through an index that are in the right order already. Each index also has the moment of
/// creation, so that a range of it is looked at without opening the rows.
/// </para>
/// <para>
/// <c>task_grams</c> finds texts (<see cref="TaskGrams"/>); <c>task_totals</c> and <c>task_counts</c> have the number of tasks in a cell, and in
/// an owner's cell, changed in the transaction that changes the task.
/// </para>
/// </remarks>
internal static class TaskTables
{
    public const string Sql =
        """
        CREATE TABLE tasks (
          row INTEGER PRIMARY KEY,
          task_id TEXT NOT NULL UNIQUE,
          version INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          cell INTEGER NOT NULL,
          owner TEXT NOT NULL,
          created INTEGER NOT NULL,
          updated INTEGER NOT NULL,
          due INTEGER NOT NULL,
          priority INTEGER NOT NULL,
          subject_id TEXT,
          text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX tasks_by_created ON tasks (cell, created, task_id);
        CREATE INDEX tasks_by_updated ON tasks (cell, updated, task_id, created);
        CREATE INDEX tasks_by_due ON tasks (cell, due, task_id, created);
        CREATE INDEX tasks_by_priority ON tasks (cell, priority, task_id, created);
        CREATE INDEX tasks_of_owner_by_created ON tasks (owner, cell, created, task_id);
        CREATE INDEX tasks_of_owner_by_updated ON tasks (owner, cell, updated, task_id, created);
        CREATE INDEX tasks_of_owner_by_due ON tasks (owner, cell, due, task_id, created);
        CREATE INDEX tasks_of_owner_by_priority ON tasks (owner, cell, priority, task_id, created);
        CREATE INDEX tasks_by_subject ON tasks (subject_id, kind, created, task_id) WHERE subject_id IS NOT NULL;

        CREATE TABLE task_documents (
          row INTEGER PRIMARY KEY,
          document TEXT NOT NULL
        ) STRICT;

        CREATE VIRTUAL TABLE task_grams USING fts5 (grams, tokenize = 'ascii', content = '', detail = 'none', columnsize = 0);

        CREATE TABLE task_totals (
          cell INTEGER PRIMARY KEY,
          tasks INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE task_counts (
          owner TEXT NOT NULL,
          cell INTEGER NOT NULL,
          tasks INTEGER NOT NULL,
          PRIMARY KEY (owner, cell)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE blobs (
          path TEXT NOT NULL,
          version_id TEXT NOT NULL,
          file TEXT NOT NULL UNIQUE,
          length INTEGER NOT NULL,
          content_type TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          at TEXT NOT NULL,
          at_ticks INTEGER NOT NULL,
          by TEXT NOT NULL,
          PRIMARY KEY (path, version_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE idempotent_answers (
          scope TEXT NOT NULL,
          key TEXT NOT NULL,
          request_hash TEXT NOT NULL,
          status INTEGER NOT NULL,
          content_type TEXT,
          headers TEXT NOT NULL,
          body TEXT NOT NULL,
          at TEXT NOT NULL,
          at_ticks INTEGER NOT NULL,
          PRIMARY KEY (scope, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX idempotent_answers_by_age ON idempotent_answers (at_ticks);
        """;
}
