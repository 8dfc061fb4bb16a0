using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Brings back the executions that were open when the engine last stopped.</summary>
internal static class Recovery
{
    /// <summary>Re-applies the journals of all open executions and issues again what they wait for.</summary>
    /// <returns>What there was.</returns>
    public static async Task<Recovered> RunAsync(IJournal journal, ParsedMachines machines, EngineCore core, ILogger logger)
    {
        var recovered = 0;
        var mapRuns = new HashSet<string>();
        var ignored = new List<Effect>();
        foreach (var entry in journal.ReadOpen())
        {
            if (await TryFindAsync(machines, entry, logger) is not { } machine)
            {
                continue;
            }

            var state = new Execution(machine);
            var facts = journal.ReadFacts(entry.Key);
            foreach (var fact in facts)
            {
                state.Apply(fact, ignored);
                ignored.Clear();
            }

            if (state.Start is null || state.Status != ExecutionStatus.Running)
            {
                logger.LogError("Execution {Arn} is listed as running, but its {Count} facts say otherwise; it is left as it is", entry.ExecutionArn, facts.Count);
                continue;
            }

            core.Adopt(entry, state, facts.Count, facts[^1].At);
            mapRuns.UnionWith(state.Outstanding().OfType<Effect.InvokeTask>().Where(effect => effect.Request.Resource is TaskResource.MapRun).Select(effect => MapRunRequest.Of(effect.Request).MapRunArn));
            recovered++;
        }

        return new Recovered(recovered, mapRuns);
    }

    /// <summary>One definition that this release cannot read must not keep all other executions from going on.</summary>
    private static async Task<StateMachine?> TryFindAsync(ParsedMachines machines, ExecutionEntry entry, ILogger logger)
    {
        try
        {
            return await machines.FindAsync(entry.Revision, entry.Child?.StateName);
        }
        catch (UnreadableDefinitionException e)
        {
            logger.LogError(e, "Execution {Arn} cannot go on; it is left as it is", entry.ExecutionArn);
            return null;
        }
    }
}
