namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>What was deleted.</summary>
/// <param name="Count">How many.</param>
/// <param name="IsMore">Whether there is more to delete, and the same is to be asked again.</param>
public sealed record Purged(long Count, bool IsMore = false);
