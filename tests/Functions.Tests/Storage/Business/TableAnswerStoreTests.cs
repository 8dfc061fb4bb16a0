using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Business;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

public sealed class TableAnswerStoreTests : AnswerStoreContract
{
    protected override IAnswerStore CreateStore() => new TableAnswerStore(EmulatedTables.Create());
}
