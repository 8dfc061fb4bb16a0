using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.InMemory;

public sealed class InMemoryAuditJournalTests : AuditJournalContract
{
    protected override IAuditJournal CreateJournal() => new InMemoryAuditJournal();
}
