using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

public static class InMemoryExecutionRecordsTests
{
    public sealed class Starts() : StartsContract(Open);

    public sealed class Facts() : FactsContract(Open);

    public sealed class Ends() : EndsContract(Open);

    public sealed class Redrives() : RedrivesContract(Open);

    public sealed class Tokens() : TokensContract(Open);

    public sealed class Handovers() : HandoversContract(Open);

    public sealed class Lists() : ListsContract(Open);

    public sealed class Forgetting() : ForgettingContract(Open);

    private static InMemoryExecutionRecords Open(TimeProvider time) => new(time);
}
