namespace Azure.Data.Tables;

/// <summary>What is kept in a table: two keys, and what the service adds.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
