using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>The activities of a Map Run.</summary>
public sealed class MapRunActivities(MapRunRounds rounds, ExpressChildren express, DurableClients clients)
{
    /// <summary>Takes it a round further (<see cref="MapRunRound"/>).</summary>
    [Function(OrchestratorNames.AdvanceMapRun)]
    public async Task<string> AdvanceAsync([ActivityTrigger] string input, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        clients.Use(client);
        var answer = await rounds.GoAsync(input, context.CancellationToken);
        return answer.Text;
    }

    /// <summary>Runs one of its EXPRESS children (<see cref="ExpressChildInput"/>). A host that shuts down leaves it to another one, which begins it anew.</summary>
    [Function(OrchestratorNames.RunExpressChild)]
    public async Task<string> RunChildAsync([ActivityTrigger] string input, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        clients.Use(client);
        var end = await express.RunAsync(ExpressChildInput.Read(input), context.CancellationToken);
        return new MapRunAnswer { Ticket = ActivityAnswer.TicketOf(input), End = end }.Text;
    }
}
