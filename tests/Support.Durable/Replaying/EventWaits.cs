namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>The external events of one generation: who waits for which, and those nobody waited for yet. Names have no case.</summary>
/// <remarks>As in the real worker, the latest wait is served first, and a wait that was cancelled still takes the event that is its turn, which is then lost.</remarks>
internal sealed class EventWaits
{
    private readonly Dictionary<string, Stack<(Type Type, Action<string?> Give)>> waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Input)> buffered = [];

    /// <summary>Whether anybody waits.</summary>
    public bool IsAwaited => waiting.Values.Any(stack => stack.Count > 0);

    /// <summary>Waits for the next event of a name, which may have come already.</summary>
    /// <exception cref="ArgumentException">Somebody waits for it as another type.</exception>
    public void Wait(string name, Type type, Action<string?> give)
    {
        if (!waiting.TryGetValue(name, out var stack))
        {
            waiting.Add(name, stack = new());
        }

        if (stack.TryPeek(out var other) && other.Type != type)
        {
            throw new ArgumentException($"expected all waits for {name} to be for one type: {other.Type}; found {type}", nameof(type));
        }

        stack.Push((type, give));
        var early = buffered.FindIndex(held => held.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            var input = buffered[early].Input;
            buffered.RemoveAt(early);
            stack.Pop().Give(input);
        }
    }

    /// <summary>Gives an event to whoever waits for it.</summary>
    /// <returns>False if nobody does.</returns>
    public bool TryGive(string name, string? input)
    {
        if (!waiting.TryGetValue(name, out var stack) || !stack.TryPop(out var waiter))
        {
            return false;
        }

        waiter.Give(input);
        return true;
    }

    /// <summary>Keeps an event for a later wait.</summary>
    public void Keep(string name, string? input) => buffered.Add((name, input));

    /// <summary>Takes out what was kept.</summary>
    public IReadOnlyList<(string Name, string? Input)> TakeKept()
    {
        var kept = buffered.ToArray();
        buffered.Clear();
        return kept;
    }
}
