namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>Runs something again and again, so many at a time.</summary>
internal static class InFlight
{
    /// <summary>Calls <paramref name="one"/> with 0, 1, … by <paramref name="width"/> callers until <paramref name="count"/> are done.</summary>
    public static Task RunAsync(int width, int count, Func<int, Task> one)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, width).Select(_ => Task.Run(CallAsync)));

        async Task CallAsync()
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                await one(number);
            }
        }
    }
}
