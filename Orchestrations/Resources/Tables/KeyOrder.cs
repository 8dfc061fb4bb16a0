namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>The order of items: by table, by partition, by sort key.</summary>
internal sealed class KeyOrder : IComparer<ItemKey>
{
    public static readonly KeyOrder Instance = new();

    public int Compare(ItemKey? x, ItemKey? y)
    {
        var byTable = string.CompareOrdinal(x?.Table, y?.Table);
        var byPartition = byTable != 0 ? byTable : string.CompareOrdinal(x?.Partition, y?.Partition);
        return byPartition != 0 ? byPartition : string.CompareOrdinal(x?.Sort, y?.Sort);
    }
}
