using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

public sealed class TableTaskStoreLaws : TaskStoreLaws
{
    protected override int Cases => Thoroughness.Cases(5);

    /// <summary>In two partitions: the same requests more often would show nothing else.</summary>
    protected override ITaskStore CreateStore() => new TableTaskStore(EmulatedTables.Create(), TimeProvider.System, partitionCount: 2);
}
