using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;

namespace TaskOrchestration.Api.Tests.Tasks;

/// <summary>Every answer about exports.</summary>
public sealed class ExportScenario : IScenario
{
    public async Task RunAsync(RestServer server)
    {
        var client = server.Client;
        var export = await client.PostAsync("/api/v1/exports", """{"format":"csv","filter":{"status":["Failed"]}}""", RestClient.Owner);
        var at = export.Header("Location")!;

        await client.PostAsync("/api/v1/exports", """{"format":"jsonl","filter":{"owner":"bob"}}""", RestClient.Owner);
        await client.GetAsync(at, RestClient.Owner);
        await client.GetAsync(at, RestClient.Other);
        await client.GetAsync($"{at}/content", RestClient.Owner);
        await client.GetAsync($"{at}/content", RestClient.Other);
        await server.Exports.FinishAsync(export.Member("id")!, "id\n");
        await client.GetAsync($"{at}/content", RestClient.Owner);
        await client.GetAsync($"{at}/content", RestClient.Owner, ("If-None-Match", "*"));
        await client.GetAsync($"{at}/content", RestClient.Owner, ("If-Match", "\"another\""));
        await client.GetAsync($"{at}/content", RestClient.Owner, ("Range", "bytes=0-1"));
        await client.GetAsync($"{at}/content", RestClient.Owner, ("Range", "bytes=20-30"));
    }
}
