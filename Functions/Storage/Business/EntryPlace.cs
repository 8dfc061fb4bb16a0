namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Where the row of something pending is.</summary>
/// <param name="Shard">The partition.</param>
/// <param name="Row">The row.</param>
internal readonly record struct EntryPlace(string Shard, string Row);
