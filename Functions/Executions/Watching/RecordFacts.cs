using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;

namespace TaskOrchestration.Functions.Executions.Watching;

/// <summary>The facts of executions that are on record.</summary>
internal sealed class RecordFacts(IExecutionRecords records, FactMemory memory, ParsedMachines machines, TimeProvider time) : IFactSource
{
    /// <inheritdoc/>
    public async ValueTask<IFactLog?> FindAsync(string executionArn, CancellationToken cancellationToken = default) =>
        await records.FindAsync(executionArn, cancellationToken) is { } record
            ? new RecordLog(memory, record, await machines.FindAsync(record.Revision, record.Child?.StateName, cancellationToken), time)
            : null;
}
