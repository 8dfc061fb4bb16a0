using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>What becomes of some items, and what whoever wanted it is answered.</summary>
/// <param name="Items">What each item is from now on, in the order in which they were asked for; null for one that is gone.</param>
/// <param name="Answer">The answer.</param>
public sealed record ItemChanges(IReadOnlyList<JsonObject?> Items, JsonObject Answer);
