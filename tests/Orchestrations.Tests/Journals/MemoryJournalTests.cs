using TaskOrchestration.Orchestrations.Journals;

namespace TaskOrchestration.Orchestrations.Tests.Journals;

public sealed class MemoryJournalTests : JournalContract
{
    protected override IJournal Journal { get; } = new MemoryJournal();
}
