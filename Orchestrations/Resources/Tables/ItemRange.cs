namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>Which items are wanted.</summary>
/// <param name="Table">The name of the table.</param>
public sealed record ItemRange(string Table)
{
    /// <summary>Only those of this partition, sorted by their sort keys; null for all of the table.</summary>
    public string? Partition { get; init; }

    /// <summary>Only those after this one.</summary>
    public ItemKey? After { get; init; }

    /// <summary>Whether the last come first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 100;
}
