using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Triggers;

/// <summary>Everything that the local host answers: the Step Functions API, the REST API, health and pages.</summary>
/// <remarks>
/// The platform asks for no key: AWS clients cannot send one. The product itself finds out who calls (API keys, signatures made with them, tokens of an
/// identity provider) and what they may do, as on every host.
/// </remarks>
public sealed class ApiFunction(RequestPipeline pipeline, DurableClients clients)
{
    /// <summary>What the function is called.</summary>
    public const string Name = "Api";

    /// <summary>Every path, the root's included. The host looks at more specific routes before.</summary>
    public const string Route = "{*path}";

    /// <summary>Answers.</summary>
    [Function(Name)]
    public async Task<IActionResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Route)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        ArgumentNullException.ThrowIfNull(request);
        clients.Use(client);
        await pipeline.AnswerAsync(request.HttpContext);
        // The answer has been written. The worker wants a result nevertheless, and this one does nothing.
        return new EmptyResult();
    }
}
