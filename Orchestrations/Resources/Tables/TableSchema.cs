namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>A table and its keys.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PartitionKey">The attribute that every item is found by.</param>
public sealed record TableSchema(string Name, KeyPart PartitionKey)
{
    /// <summary>The attribute that items with the same partition key are told apart and sorted by; null where there is none.</summary>
    public KeyPart? SortKey { get; init; }

    /// <summary>The key attributes.</summary>
    public IEnumerable<KeyPart> Keys => SortKey is null ? [PartitionKey] : [PartitionKey, SortKey];
}
