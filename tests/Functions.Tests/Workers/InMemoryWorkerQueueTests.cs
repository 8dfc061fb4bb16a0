using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Workers;

public sealed class InMemoryWorkerQueueTests : WorkerQueueContract
{
    protected override IWorkerQueue Queue { get; } = new InMemoryWorkerQueue();
}
