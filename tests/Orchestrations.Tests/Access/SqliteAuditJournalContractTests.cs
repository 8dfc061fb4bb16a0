using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Access;

public sealed class SqliteAuditJournalContractTests : AuditJournalContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteAuditJournal? _journal;

    public void Dispose()
    {
        _journal?.Dispose();
        _folder.Dispose();
    }

    protected override IAuditJournal CreateJournal() => _journal = new SqliteAuditJournal(_folder.Path);
}
