using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Api.Tests.Executions;

/// <summary>Every answer about executions.</summary>
public sealed class ExecutionScenario : IScenario
{
    public async Task RunAsync(RestServer server)
    {
        await Courses.CreateAsync(server);
        await Courses.CreateAsync(server, name: "Quick", type: StateMachineType.Express);
        await Courses.RunAsync(server, "one");
        await Courses.RunAsync(server, "two", """{"name":"Bob","fails":true}""");
        var client = server.Client;

        await client.GetAsync("/api/v1/executions?stateMachine=Greeter&limit=1");
        await client.GetAsync("/api/v1/executions?stateMachine=Nobody");
        await client.GetAsync("/api/v1/executions?stateMachine=Quick");
        await client.GetAsync("/api/v1/executions?stateMachine=Greeter&cursor=x");
        await client.GetAsync("/api/v1/state-machines/Greeter/metrics");
        await client.GetAsync("/api/v1/state-machines/Nobody/metrics");
        await client.GetAsync("/api/v1/state-machines/Quick/metrics");
        foreach (var name in new[] { "one", "two", "none" })
        {
            foreach (var about in new[] { "", "/bundle", "/live?follow=false", "/facts", "/facts/1", "/facts/99", "/events/2/data-flow", "/events/5/data-flow", "/events/1/data-flow", "/events/99/data-flow" })
            {
                await client.GetAsync(Courses.PathOf(name) + about);
            }
        }
    }
}
