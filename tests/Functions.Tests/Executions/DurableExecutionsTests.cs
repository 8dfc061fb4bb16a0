using TaskOrchestration.Orchestrations.Tests.Executions;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions;

public static class DurableExecutionsTests
{
    public sealed class Running() : RunningContract(NewHost());

    public sealed class Starting() : StartingContract(NewHost());

    public sealed class Versions() : VersionContract(NewHost());

    public sealed class Express() : ExpressContract(NewHost());

    public sealed class Stopping() : StoppingContract(NewHost());

    public sealed class Redriving() : RedrivingContract(NewHost());

    public sealed class Callbacks() : CallbackContract(NewHost());

    public sealed class Reading() : ReadingContract(NewHost());

    private static DurableExecutionHost NewHost() => new(time => new InMemoryExecutionRecords(time));
}
