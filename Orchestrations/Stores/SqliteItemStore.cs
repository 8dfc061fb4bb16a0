using Microsoft.Data.Sqlite;
using TaskOrchestration.Orchestrations.Resources.Tables;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Items of tables in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteItemStore(TaskDatabase database, TimeProvider time) : IItemStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JsonObject?>> ReadAsync(IReadOnlyList<ItemKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.QueryAsync(connection => Read(connection, keys), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<JsonObject> ChangeAsync(
        string attempt, IReadOnlyList<ItemKey> keys, Func<IReadOnlyList<JsonObject?>, ItemChanges> decide, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(decide);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync(
            connection =>
            {
                if (ServiceAttempts.Find(connection, attempt) is { } known)
                {
                    return known;
                }

                var changes = decide(Read(connection, keys));
                for (var i = 0; i < keys.Count; i++)
                {
                    Write(connection, keys[i], changes.Items[i]);
                }

                ServiceAttempts.End(connection, ServiceAttempts.Begin(connection, attempt, now), changes.Answer);
                return changes.Answer;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredItem>> ListAsync(ItemRange range, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(range);
        return database.QueryAsync<IReadOnlyList<StoredItem>>(connection => List(connection, range), cancellationToken);
    }

    private static List<StoredItem> List(SqliteConnection connection, ItemRange range)
    {
        var (sign, direction) = range.IsDescending ? ("<", "DESC") : (">", "ASC");
        var partition = range.Partition is null ? "" : "AND partition_key = $partition";
        var after = range.After is null ? "" : $"AND (partition_key, sort_key) {sign} ($after_partition, $after_sort)";
        return connection.All(
            $"""
            SELECT partition_key, sort_key, item FROM table_items WHERE table_name = $table {partition} {after}
            ORDER BY partition_key {direction}, sort_key {direction} LIMIT $limit
            """,
            row => new StoredItem(new ItemKey(range.Table, row.GetString(0), row.GetString(1)), (JsonObject)Json.Parse(row.GetString(2))),
            [
                ("$table", range.Table),
                ("$limit", range.Limit),
                .. range.Partition is null ? Array.Empty<(string, object?)>() : [("$partition", range.Partition)],
                .. range.After is null ? Array.Empty<(string, object?)>() : [("$after_partition", range.After.Partition), ("$after_sort", range.After.Sort)],
            ]);
    }

    private static IReadOnlyList<JsonObject?> Read(SqliteConnection connection, IReadOnlyList<ItemKey> keys) =>
    [
        .. keys.Select(key => connection.First(
            "SELECT item FROM table_items WHERE table_name = $table AND partition_key = $partition AND sort_key = $sort",
            row => (JsonObject)Json.Parse(row.GetString(0)),
            ("$table", key.Table),
            ("$partition", key.Partition),
            ("$sort", key.Sort))),
    ];

    private static void Write(SqliteConnection connection, ItemKey key, JsonObject? item)
    {
        if (item is null)
        {
            connection.Run(
                "DELETE FROM table_items WHERE table_name = $table AND partition_key = $partition AND sort_key = $sort",
                ("$table", key.Table),
                ("$partition", key.Partition),
                ("$sort", key.Sort));
            return;
        }

        connection.Run(
            """
            INSERT INTO table_items (table_name, partition_key, sort_key, item) VALUES ($table, $partition, $sort, $item)
            ON CONFLICT (table_name, partition_key, sort_key) DO UPDATE SET item = $item
            """,
            ("$table", key.Table),
            ("$partition", key.Partition),
            ("$sort", key.Sort),
            ("$item", item.ToString()));
    }
}
