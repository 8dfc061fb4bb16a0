using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>Keeps the items of tables. Knows nothing of which tables there are, nor of what expressions mean.</summary>
public interface IItemStore
{
    /// <summary>Items as they are at one moment; null for one that is not there.</summary>
    ValueTask<IReadOnlyList<JsonObject?>> ReadAsync(IReadOnlyList<ItemKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Changes items in the light of what they are, all of them or none, while nobody else does.</summary>
    /// <param name="attempt">
    /// The attempt of a task that wants it. The same attempt again changes nothing and gets the answer that it got the first time, also when that was long ago and in
    /// another process.
    /// </param>
    /// <param name="keys">The items, each once.</param>
    /// <param name="decide">Says what becomes of them. Where it throws, nothing has changed, the exception goes to the caller, and the attempt may be made again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<JsonObject> ChangeAsync(
        string attempt, IReadOnlyList<ItemKey> keys, Func<IReadOnlyList<JsonObject?>, ItemChanges> decide, CancellationToken cancellationToken = default);

    /// <summary>Items in the order of their keys.</summary>
    ValueTask<IReadOnlyList<StoredItem>> ListAsync(ItemRange range, CancellationToken cancellationToken = default);
}
