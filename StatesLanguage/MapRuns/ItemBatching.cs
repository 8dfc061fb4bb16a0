using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>How the items of a Map Run are put together, worked out.</summary>
/// <param name="MaxItems">The most items in a batch, or null.</param>
/// <param name="MaxInputBytes">The most bytes of JSON in a batch's whole input, or null.</param>
/// <param name="BatchInput">What every batch has beside its items, or null.</param>
public sealed record ItemBatching(long? MaxItems, long? MaxInputBytes, Json? BatchInput);
