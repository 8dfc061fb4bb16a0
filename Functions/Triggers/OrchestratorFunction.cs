using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Triggers;

/// <summary>Durable Functions' own idiom: starts an execution over HTTP and answers with the addresses at which the orchestration can be asked after.</summary>
/// <remarks>Whoever has a key of the function may; the product's own keys are not asked for.</remarks>
public sealed class OrchestratorFunction(RequestPipeline pipeline, OrchestratorStart start, DurableClients clients)
{
    /// <summary>What the function is called.</summary>
    public const string Name = "StartOrchestration";

    /// <summary>The name of a machine, or its ARN, encoded for a path.</summary>
    public const string Route = "api/orchestrators/{stateMachine}";

    /// <summary>Starts an execution with the body as its input.</summary>
    [Function(Name)]
    public async Task<IActionResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string stateMachine,
        FunctionContext function)
    {
        ArgumentNullException.ThrowIfNull(request);
        clients.Use(client);
        await pipeline.AnswerAsync(request.HttpContext, http => start.AnswerAsync(http, client, stateMachine, function));
        return new EmptyResult();
    }
}
