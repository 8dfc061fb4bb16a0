using TaskOrchestration.Api.Tests.Rest.Serving;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

/// <summary>
/// Asks operations for the answers that follow from what they do; those that follow from their schemas and access rules are asked for by themselves. Every
/// class that implements this is run.
/// </summary>
public interface IScenario
{
    Task RunAsync(RestServer server);
}
