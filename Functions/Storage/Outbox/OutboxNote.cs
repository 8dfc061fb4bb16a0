namespace TaskOrchestration.Functions.Storage.Outbox;

/// <summary>A word left with a change that other rows are still to follow.</summary>
/// <param name="Partition">The partition of the change.</param>
/// <param name="Key">The row key of the note itself; no other change has the same.</param>
/// <param name="Subject">The id of what was changed.</param>
internal sealed record OutboxNote(string Partition, string Key, string Subject);
