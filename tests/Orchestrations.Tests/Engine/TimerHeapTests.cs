using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Orchestrations.Engine;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class TimerHeapTests
{
    [Fact]
    public void Hands_out_what_was_not_removed_in_the_order_of_the_due_times_and_then_as_it_was_set() => Prop.ForAll<int[], bool[]>((dues, removed) =>
    {
        var heap = new TimerHeap();
        var entries = dues.Select((due, i) => new TimerEntry(new Nobody(), i, DateTimeOffset.UnixEpoch.AddSeconds(due))).ToList();
        entries.ForEach(heap.Add);
        var gone = entries.Where((_, i) => i < removed.Length && removed[i]).ToList();
        gone.ForEach(heap.Remove);

        var handedOut = new List<TimerEntry>();
        while (heap.Earliest is { } earliest)
        {
            heap.Remove(earliest);
            handedOut.Add(earliest);
        }

        return handedOut.SequenceEqual(entries.Except(gone).OrderBy(entry => entry.Due));
    }).QuickCheckThrowOnFailure();

    private sealed class Nobody : ITimerOwner
    {
        public void OnTimer(long timer, DateTimeOffset at) => throw new InvalidOperationException("nobody is called in this test");
    }
}
