namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>A hold that runs out.</summary>
/// <param name="Quantity">How much.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record TimedHold(long Quantity, DateTimeOffset ExpiresAt);
