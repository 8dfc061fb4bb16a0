using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StatusEvents;

/// <summary>Every answer about subscriptions to status-change events.</summary>
public sealed class StatusEventScenario : IScenario
{
    public async Task RunAsync(RestServer server)
    {
        await DeadEvents.BuryAsync(server, 2);
        await server.Client.GetAsync("/api/v1/event-subscriptions");
        var page = await server.Client.GetAsync($"{DeadEvents.At}?limit=1");
        await server.Client.GetAsync(page.Header("Link")!.Split('<', '>')[1]);
        await server.Client.GetAsync($"{DeadEvents.At}?cursor=made-up");
        var id = ((JsonString)((JsonObject)((JsonArray)page.Object["items"]!)[0])["id"]!).Value;
        await server.Client.PostAsync($"{DeadEvents.At}/{id}/redeliver", "");
        await server.Client.PostAsync($"{DeadEvents.At}/{id}/redeliver", "");
    }
}
