using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;

namespace TaskOrchestration.Api.Tests.Clock;

/// <summary>Every answer about the clock.</summary>
public sealed class ClockScenario : IScenario
{
    public const string At = "/api/v1/clock";

    public async Task RunAsync(RestServer server)
    {
        await server.Client.GetAsync(At, RestClient.Admin);
        await server.Client.PostAsync(At, """{"advance":"PT24H"}""", RestClient.Admin);
        await server.Client.PostAsync(At, """{"to":"2020-01-01T00:00:00Z"}""", RestClient.Admin);
    }
}
