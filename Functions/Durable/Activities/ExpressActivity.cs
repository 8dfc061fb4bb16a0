using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>The activity that runs an EXPRESS execution in memory, from its beginning to its end.</summary>
public sealed class ExpressActivity(MachineCache machines, ITaskRouter router, Observers observers, DurableClients clients, TimeProvider time)
{
    /// <summary>Runs it (<see cref="ExpressInput"/>). A host that shuts down leaves it to another one, which begins it anew.</summary>
    /// <returns>How it ended.</returns>
    [Function(OrchestratorNames.RunExpress)]
    public async Task<string> RunAsync([ActivityTrigger] string input, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        clients.Use(client);
        var express = ExpressInput.Read(input);
        var observed = observers.IsEmpty ? null : observers.Of(express.Start);
        var ended = await InMemoryRun.RunInRealTimeAsync(
            machines.Of(express.Definition), express.Start, router, time, observed: observed, cancellationToken: context.CancellationToken);
        context.CancellationToken.ThrowIfCancellationRequested();
        return ExecutionOutcome.NameOf(ended.Status);
    }
}
