using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;

namespace TaskOrchestration.Api.Tests.Alerts;

/// <summary>Every answer about alerts.</summary>
public sealed class AlertScenario : IScenario
{
    public Task RunAsync(RestServer server) => server.Client.GetAsync("/api/v1/alerts");
}
