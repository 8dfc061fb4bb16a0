using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tests.Tasks;

/// <summary>Every answer about tasks.</summary>
public sealed class TaskScenario : IScenario
{
    public const string Nowhere = "/api/v1/tasks/task-zzzzzzzzzzzzzzzzzzzzzzzzzz";

    private static readonly (string, string) Any = ("If-Match", "*");
    private static readonly (string, string) Outdated = ("If-Match", "\"9999\"");

    public async Task RunAsync(RestServer server)
    {
        var client = server.Client;
        await client.PostAsync("/api/v1/purchases", TaskSubmissions.Purchase);
        await client.PostAsync("/api/v1/purchases", """{"accountId":"a","amount":"10.505","currency":"EUR"}""");
        await client.PostAsync("/api/v1/refunds", TaskSubmissions.Refund);
        await client.PostAsync("/api/v1/refunds", """{"orderId":"o","amount":1,"currency":"XYZ"}""");
        await client.PostAsync("/api/v1/orders", """{"customerId":"c","items":[{"sku":"s","unitPrice":1}],"currency":"EUR","total":"2"}""");
        var order = await client.PostAsync("/api/v1/orders", TaskSubmissions.Order(owner: "ada"));
        var at = order.Header("Location")!;
        var id = order.Member("id")!;

        var page = await client.GetAsync("/api/v1/tasks?limit=1");
        await client.GetAsync("/api/v1/tasks?limit=1", RestClient.Operator, ("If-None-Match", page.Header("ETag")!));
        await client.GetAsync("/api/v1/tasks?cursor=made-up");
        await client.GetAsync(at);
        await client.GetAsync(at, RestClient.Owner, ("If-None-Match", order.Header("ETag")!));
        await client.GetAsync(Nowhere);
        await client.GetAsync($"{at}/status");
        await client.GetAsync($"{Nowhere}/status");
        await client.PatchAsync(at, """{"title":"t"}""", RestClient.Owner, Any);
        await client.PatchAsync(at, """{"owner":"bob"}""", RestClient.Owner, Any);
        await client.PatchAsync(at, "{}");
        await client.PatchAsync(at, "{}", RestClient.Operator, Outdated);
        await client.PatchAsync(Nowhere, "{}");
        await client.DeleteAsync(at, RestClient.Owner, Any);
        await client.DeleteAsync(at);
        await client.DeleteAsync(at, RestClient.Operator, Outdated);
        await client.DeleteAsync(Nowhere);
        await DecideAsync(server, at, id);
        await client.GetAsync($"{at}/status");
        await client.DeleteAsync(at, RestClient.Owner, Any);
        await client.GetAsync("/api/v1/metrics/summary");
    }

    private static async Task DecideAsync(RestServer server, string at, string id)
    {
        foreach (var verb in (string[])["approve", "reject", "retry"])
        {
            await server.Client.PostAsync($"{at}/{verb}", "{}");
            await server.Client.PostAsync($"{at}/{verb}", "{}", RestClient.Owner);
            await server.Client.PostAsync($"{Nowhere}/{verb}", "{}");
        }

        await server.Tasks.MoveAsync(id, TrackedStatus.Running);
        await server.Tasks.MoveAsync(id, TrackedStatus.Waiting);
        await server.Client.PostAsync($"{at}/approve", """{"note":"n"}""");
        await server.Tasks.MoveAsync(id, TrackedStatus.Waiting);
        await server.Client.PostAsync($"{at}/reject", "{}");
        await server.Client.PostAsync($"{at}/retry", "{}");
        await server.Client.PostAsync($"{at}/cancel", """{"reason":"r"}""", RestClient.Owner);
        await server.Client.PostAsync($"{at}/cancel", "{}");
        await server.Client.PostAsync($"{Nowhere}/cancel", "{}");
    }
}
