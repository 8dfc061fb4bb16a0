using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions.Records;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public static class TableExecutionRecordsTests
{
    public sealed class Starts() : StartsContract(Open);

    public sealed class Facts() : FactsContract(Open);

    public sealed class Ends() : EndsContract(Open);

    public sealed class Redrives() : RedrivesContract(Open);

    public sealed class Tokens() : TokensContract(Open);

    public sealed class Handovers() : HandoversContract(Open);

    public sealed class Lists() : ListsContract(Open);

    public sealed class Forgetting() : ForgettingContract(Open);

    private static TableExecutionRecords Open(TimeProvider time) => new(EmulatedTables.Create(), time);
}
