using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.InMemory;

public sealed class InMemoryTaskStoreLaws : TaskStoreLaws
{
    protected override ITaskStore CreateStore() => new InMemoryTaskStore();
}
