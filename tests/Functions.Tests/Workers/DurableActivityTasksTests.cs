using TaskOrchestration.Orchestrations.Tests.Activities;

namespace TaskOrchestration.Functions.Tests.Workers;

public static class DurableActivityTasksTests
{
    public sealed class Taking() : TakingContract(new DurableActivityHost());

    public sealed class Answering() : AnsweringContract(new DurableActivityHost());

    public sealed class Restarting() : RestartContract(new DurableActivityHost());
}
