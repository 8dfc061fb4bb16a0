using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>An item and where it is.</summary>
/// <param name="Key">Where it is.</param>
/// <param name="Item">Its attributes, keys included: <c>{NAME: {TYPE: VALUE}}</c>.</param>
public sealed record StoredItem(ItemKey Key, JsonObject Item);
