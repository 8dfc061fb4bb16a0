using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>Derives the history of an execution that has ended, for observers that want it.</summary>
public sealed class EndedHistories(IExecutionRecords records, ParsedMachines machines)
{
    /// <summary>The execution, and its events since it was started or last redriven; those before were told when it ended before.</summary>
    /// <returns>Null if the execution is not known any more.</returns>
    public async Task<(Execution Execution, IReadOnlyList<HistoryEvent> Events)?> ReadAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        if (await records.FindAsync(executionArn, cancellationToken) is not { } record)
        {
            return null;
        }

        var execution = new Execution(await machines.FindAsync(record.Revision, record.Child?.StateName, cancellationToken));
        var events = new List<HistoryEvent>();
        var ignored = new List<Effect>();
        foreach (var fact in await records.ReadFactsAsync(executionArn, cancellationToken))
        {
            if (fact is Fact.Redriven)
            {
                events.Clear();
            }

            execution.Apply(fact, ignored, events);
            ignored.Clear();
        }

        return execution.Start is null ? null : (execution, events);
    }
}
