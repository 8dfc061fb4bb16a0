namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>One attempt to deliver an entry.</summary>
/// <param name="Result">What becomes of the entry.</param>
/// <param name="Reception">What the receiver made of it; null if it was not asked.</param>
internal sealed record Attempt(DeliveryResult Result, Reception? Reception = null);
