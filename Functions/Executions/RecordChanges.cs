namespace TaskOrchestration.Functions.Executions;

/// <summary>What was taken down of an execution since somebody looked before.</summary>
/// <param name="Record">The record, if it has changed; null if not, or if there is none.</param>
/// <param name="Rows">Facts, in no order that matters; some may have been there before.</param>
/// <param name="Seen">How far this look came, to go on from; null if there is nothing. Of two, the one that comes later in ordinal order has seen more.</param>
public sealed record RecordChanges(ExecutionRecord? Record, IReadOnlyList<FactRow> Rows, string? Seen)
{
    /// <summary>Whether the execution is found to be purged. It may be so without being found here.</summary>
    public bool IsForgotten { get; init; }
}
