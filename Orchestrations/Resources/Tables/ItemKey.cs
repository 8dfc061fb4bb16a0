namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>Where an item is.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="Partition">The partition key as a text that sorts, ordinally, like the value.</param>
/// <param name="Sort">The sort key likewise; empty in a table without one.</param>
public sealed record ItemKey(string Table, string Partition, string Sort);
