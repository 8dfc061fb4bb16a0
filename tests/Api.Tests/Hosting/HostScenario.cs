using TaskOrchestration.Api.Rest.OpenApi;
using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;

namespace TaskOrchestration.Api.Tests.Hosting;

/// <summary>Every answer of the pages that a host has beside its API.</summary>
public sealed class HostScenario : IScenario
{
    public async Task RunAsync(RestServer server)
    {
        await server.Client.GetAsync("/health/live", caller: null);
        await server.Client.GetAsync("/health/ready", caller: null);
        server.IsReady = false;
        await server.Client.GetAsync("/health/ready", caller: null);
        server.IsReady = true;
        await server.Client.GetAsync(OpenApiPage.Path, caller: null);
        await server.Client.GetAsync("/metrics");
        await server.Client.GetAsync("/metrics", caller: null);
        await server.Client.GetAsync("/metrics", RestClient.Owner);
    }
}
