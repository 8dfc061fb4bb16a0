namespace TaskOrchestration.Domain.Tests.Support;

/// <summary>Holds every caller up and lets one of them on at a time, in an order that a list of choices decides.</summary>
internal sealed class InterleavingGate(IReadOnlyList<int> choices) : IGate
{
    private readonly List<TaskCompletionSource> waiting = [];
    private int made;

    public ValueTask PassAsync()
    {
        // Continuations run inside SetResult, so that everything happens on one thread and in the chosen order.
        var turn = new TaskCompletionSource();
        waiting.Add(turn);
        return new ValueTask(turn.Task);
    }

    /// <summary>Runs all to their ends.</summary>
    public async Task RunAsync(IEnumerable<Func<Task>> everyone)
    {
        var running = everyone.Select(one => one()).ToList();
        while (waiting.Count > 0)
        {
            var next = choices.Count == 0 ? 0 : choices[made++ % choices.Count] % waiting.Count;
            var turn = waiting[next];
            waiting.RemoveAt(next);
            turn.SetResult();
        }

        await Task.WhenAll(running);
    }
}
