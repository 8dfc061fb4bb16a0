using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;

namespace TaskOrchestration.Api.Tests.Overview;

/// <summary>Every answer of the dashboard's request.</summary>
public sealed class OverviewScenario : IScenario
{
    public async Task RunAsync(RestServer server)
    {
        await server.Client.GetAsync("/api/v1/overview", RestClient.Operator);
        await server.Client.GetAsync("/api/v1/overview?hours=168", RestClient.Owner);
    }
}
