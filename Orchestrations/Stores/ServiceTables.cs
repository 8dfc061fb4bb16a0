namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables of what tasks have given to services: messages and items, and the answers to the attempts that gave them.</summary>
internal static class ServiceTables
{
    public const string Sql =
        """
        CREATE TABLE service_attempts (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            attempt TEXT NOT NULL UNIQUE,
            answer TEXT NOT NULL,
            at_ms INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE queue_messages (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            message_id TEXT NOT NULL,
            body TEXT NOT NULL,
            attributes TEXT NOT NULL,
            message_group TEXT,
            sent_ms INTEGER NOT NULL,
            visible_ms INTEGER NOT NULL,
            receive_count INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX queue_messages_in_turn ON queue_messages (queue, position);
        CREATE INDEX queue_messages_by_sight ON queue_messages (queue, visible_ms);
        CREATE INDEX queue_messages_by_group ON queue_messages (queue, message_group, position) WHERE message_group IS NOT NULL;
        CREATE TABLE message_deduplications (
            queue TEXT NOT NULL,
            id TEXT NOT NULL,
            message_id TEXT NOT NULL,
            position INTEGER NOT NULL,
            at_ms INTEGER NOT NULL,
            PRIMARY KEY (queue, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE table_items (
            table_name TEXT NOT NULL,
            partition_key TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            item TEXT NOT NULL,
            PRIMARY KEY (table_name, partition_key, sort_key)
        ) STRICT, WITHOUT ROWID;
        """;
}
