using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Executions as their facts make them.</summary>
internal sealed class RecordedFacts(IExecutionRecords records, ParsedMachines machines)
{
    /// <summary>The execution after all facts that are known, and how many these are.</summary>
    public async ValueTask<(Execution State, int Count)> ReadAsync(ExecutionRecord record, CancellationToken cancellationToken)
    {
        var facts = await records.ReadFactsAsync(record.Start.ExecutionArn, cancellationToken);
        return (await ApplyAsync(record, facts, cancellationToken), facts.Count);
    }

    /// <summary>The same, but only up to where it last ended or was redriven.</summary>
    /// <exception cref="RefusedException">That is not known yet: an activity that takes facts down has not been called yet.</exception>
    public async ValueTask<(Execution State, int Count)> ReadUpToRedriveAsync(ExecutionRecord record, CancellationToken cancellationToken)
    {
        var facts = await records.ReadFactsAsync(record.Start.ExecutionArn, cancellationToken);
        var chain = FactChain.Beginning;
        for (var count = 1; count <= facts.Count; count++)
        {
            chain = FactChain.Next(chain, facts[count - 1]);
            if (chain == record.Chain)
            {
                return (await ApplyAsync(record, facts.Take(count), cancellationToken), count);
            }
        }

        throw new RefusedException(Refusal.Unavailable, $"Not everything that has happened to '{record.Start.ExecutionArn}' has been taken down yet; try again.");
    }

    private async ValueTask<Execution> ApplyAsync(ExecutionRecord record, IEnumerable<Fact> facts, CancellationToken cancellationToken)
    {
        var state = new Execution(await machines.FindAsync(record.Revision, record.Child?.StateName, cancellationToken));
        var ignored = new List<Effect>();
        foreach (var fact in facts)
        {
            state.Apply(fact, ignored);
            ignored.Clear();
        }

        return state;
    }
}
