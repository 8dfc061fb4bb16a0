using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>Items, for as long as the process lives.</summary>
public sealed class InMemoryItemStore : IItemStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<ItemKey, JsonObject> items = new(KeyOrder.Instance);
    private readonly Dictionary<string, JsonObject> answers = [];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JsonObject?>> ReadAsync(IReadOnlyList<ItemKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(Read(keys));
        }
    }

    /// <inheritdoc/>
    public ValueTask<JsonObject> ChangeAsync(
        string attempt, IReadOnlyList<ItemKey> keys, Func<IReadOnlyList<JsonObject?>, ItemChanges> decide, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(decide);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (answers.TryGetValue(attempt, out var known))
            {
                return ValueTask.FromResult(known);
            }

            var changes = decide(Read(keys));
            for (var i = 0; i < keys.Count; i++)
            {
                Write(keys[i], changes.Items[i]);
            }

            answers[attempt] = changes.Answer;
            return ValueTask.FromResult(changes.Answer);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredItem>> ListAsync(ItemRange range, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(range);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var ordered = range.IsDescending ? items.Reverse() : items;
            return ValueTask.FromResult<IReadOnlyList<StoredItem>>(
            [
                .. ordered
                    .Where(kept => kept.Key.Table == range.Table && (range.Partition is null || kept.Key.Partition == range.Partition) && IsAfter(kept.Key, range))
                    .Take(range.Limit)
                    .Select(kept => new StoredItem(kept.Key, kept.Value)),
            ]);
        }
    }

    private static bool IsAfter(ItemKey key, ItemRange range) =>
        range.After is not { } after || (range.IsDescending ? KeyOrder.Instance.Compare(key, after) < 0 : KeyOrder.Instance.Compare(key, after) > 0);

    private IReadOnlyList<JsonObject?> Read(IReadOnlyList<ItemKey> keys) => [.. keys.Select(key => items.GetValueOrDefault(key))];

    private void Write(ItemKey key, JsonObject? item)
    {
        if (item is null)
        {
            items.Remove(key);
        }
        else
        {
            items[key] = item;
        }
    }
}
