using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>The last few histories that somebody read, so that reading one page by page derives it once.</summary>
/// <typeparam name="TKey">What tells one history from another.</typeparam>
public sealed class RecentHistories<TKey>
    where TKey : notnull
{
    private const int Kept = 2;

    private readonly Lock gate = new();
    private readonly LinkedList<KeyValuePair<TKey, DerivedHistory>> recent = new();

    /// <summary>The history of that key, or a new one.</summary>
    public DerivedHistory Of(TKey key, StateMachine machine)
    {
        lock (gate)
        {
            var history = Recall(key) ?? new DerivedHistory(machine);
            recent.AddFirst(KeyValuePair.Create(key, history));
            if (recent.Count > Kept)
            {
                recent.RemoveLast();
            }

            return history;
        }
    }

    private DerivedHistory? Recall(TKey key)
    {
        for (var known = recent.First; known is not null; known = known.Next)
        {
            if (known.Value.Key.Equals(key))
            {
                recent.Remove(known);
                return known.Value.Value;
            }
        }

        return null;
    }
}
