using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using TaskOrchestration.Functions.Durable.Messages;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Runs an EXPRESS execution that nobody waits for: one activity runs it from its beginning to its end in memory, at least once, as on AWS.</summary>
public static class ExpressOrchestrator
{
    /// <summary>The orchestrator.</summary>
    [Function(OrchestratorNames.ExpressExecution)]
    public static async Task<ExecutionOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var logger = context.CreateReplaySafeLogger(nameof(ExpressOrchestrator));
        var status = await new SteadyCalls(context, logger).CallAsync(OrchestratorNames.RunExpress, context.GetInput<string>() ?? "");
        return new ExecutionOutcome(status, Output: null, Error: null, Cause: null);
    }
}
