using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class MemoryStatusOutboxTests : StatusOutboxContract
{
    protected override IStatusOutbox Outbox { get; } = new MemoryStatusOutbox();
}
