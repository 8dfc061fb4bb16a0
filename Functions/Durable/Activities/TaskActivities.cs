using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>The activities of a STANDARD execution that do tasks and take down facts.</summary>
public sealed class TaskActivities(TaskPerformance performance, Recording recording, ChildStopping stopping, DurableClients clients)
{
    /// <summary>Does one attempt at a task (<see cref="TaskInput"/>).</summary>
    [Function(OrchestratorNames.InvokeTask)]
    public async Task<string> InvokeTaskAsync([ActivityTrigger] string input, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        clients.Use(client);
        var answer = await performance.PerformAsync(input, context.CancellationToken);
        return answer.Text;
    }

    /// <summary>Takes down facts (<see cref="RecordInput"/>).</summary>
    [Function(OrchestratorNames.Record)]
    public async Task<string> RecordAsync([ActivityTrigger] string input, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        clients.Use(client);
        var runs = await recording.RecordAsync(RecordInput.Read(input), context.CancellationToken);
        return new ActivityAnswer { Ticket = ActivityAnswer.TicketOf(input), Runs = runs }.Text;
    }

    /// <summary>Stops an execution whose parent waits for it no more (<see cref="StopInput"/>), and names it while it still runs.</summary>
    [Function(OrchestratorNames.StopChild)]
    public async Task<string> StopChildAsync([ActivityTrigger] string input, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        clients.Use(client);
        var stop = StopInput.Read(input);
        var hasEnded = await stopping.StopAsync(stop, context.CancellationToken);
        return new ActivityAnswer { Ticket = ActivityAnswer.TicketOf(input), Child = hasEnded ? null : stop.Child }.Text;
    }
}
