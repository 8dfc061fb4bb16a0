using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>No place for items: whoever asks for one is told so.</summary>
internal sealed class NoItemStore : IItemStore
{
    public ValueTask<IReadOnlyList<JsonObject?>> ReadAsync(IReadOnlyList<ItemKey> keys, CancellationToken cancellationToken = default) => throw NoPlace.For("items of tables");

    public ValueTask<JsonObject> ChangeAsync(
        string attempt, IReadOnlyList<ItemKey> keys, Func<IReadOnlyList<JsonObject?>, ItemChanges> decide, CancellationToken cancellationToken = default) =>
        throw NoPlace.For("items of tables");

    public ValueTask<IReadOnlyList<StoredItem>> ListAsync(ItemRange range, CancellationToken cancellationToken = default) => throw NoPlace.For("items of tables");
}
