using TaskOrchestration.Orchestrations.Journals;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>A journal whose commits can be held up.</summary>
internal sealed class GatedJournal() : JournalDecorator(new MemoryJournal())
{
    private readonly ManualResetEventSlim open = new(initialState: true);

    public int LargestGroup { get; private set; }

    public void Open() => open.Set();

    public void Close() => open.Reset();

    public override void Commit(JournalGroup group)
    {
        open.Wait();
        LargestGroup = Math.Max(LargestGroup, group.Started.Count);
        base.Commit(group);
    }

    public override void Dispose()
    {
        open.Dispose();
        base.Dispose();
    }
}
