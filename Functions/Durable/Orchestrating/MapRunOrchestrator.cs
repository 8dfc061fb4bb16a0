using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using TaskOrchestration.Functions.Durable.Messages;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Runs a Map Run: one activity after the other takes it a round further, until it is over.</summary>
/// <remarks>What there is to know of a Map Run is on record, so this keeps nothing but when to look again, and which EXPRESS children run.</remarks>
/// <param name="limits">How much it does before it continues as new; usually the standard ones.</param>
public sealed class MapRunOrchestrator(MapRunLimits? limits = null)
{
    /// <summary>The orchestrator.</summary>
    [Function(OrchestratorNames.MapRun)]
    public async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var logger = context.CreateReplaySafeLogger<MapRunOrchestrator>();
        var loop = new MapRunLoop(context, MapRunInput.Read(context.GetInput<string>()), limits ?? MapRunLimits.Standard, logger);
        if (await loop.RunAsync() is { } next)
        {
            context.ContinueAsNew(next.Text, preserveUnprocessedEvents: true);
        }
    }
}
