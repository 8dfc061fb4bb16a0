using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Workers;

public sealed class InMemoryWaitingLineTests : WaitingLineContract
{
    protected override IWaitingLine Queue { get; } = new InMemoryWaitingLine();
}
