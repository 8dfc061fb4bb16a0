using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>What one child of a Map Run gets.</summary>
/// <param name="Index">The child's number, from 0.</param>
/// <param name="Input">Its input.</param>
/// <param name="ItemCount">How many items are in it.</param>
public sealed record ChildInput(long Index, Json Input, int ItemCount);
