using TaskOrchestration.Orchestrations.Tests.Executions;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public static class EmbeddedExecutionsTests
{
    public sealed class Running() : RunningContract(new EmbeddedExecutionHost());

    public sealed class Starting() : StartingContract(new EmbeddedExecutionHost());

    public sealed class Versions() : VersionContract(new EmbeddedExecutionHost());

    public sealed class Express() : ExpressContract(new EmbeddedExecutionHost());

    public sealed class Stopping() : StoppingContract(new EmbeddedExecutionHost());

    public sealed class Redriving() : RedrivingContract(new EmbeddedExecutionHost());

    public sealed class Callbacks() : CallbackContract(new EmbeddedExecutionHost());

    public sealed class Reading() : ReadingContract(new EmbeddedExecutionHost());
}
