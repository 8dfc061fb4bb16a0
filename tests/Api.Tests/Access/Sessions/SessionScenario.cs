using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Tests.Access.Sessions;

/// <summary>Every answer about whoever asks, and about signing in.</summary>
public sealed class SessionScenario : IScenario
{
    private const string Sessions = "/api/v1/sessions";

    public async Task RunAsync(RestServer server)
    {
        var client = server.Client;
        var issued = await server.Service<ApiKeys>().CreateAsync("ada", Roles.Viewer);
        var draft = $$"""{"keyId":"{{issued.Key.Id}}","secret":"{{issued.Secret}}"}""";
        await client.GetAsync("/api/v1/sign-in", caller: null);
        await client.GetAsync("/api/v1/me", RestClient.Owner);
        await client.PostAsync(Sessions, draft, caller: null);
        await client.PostAsync(Sessions, draft, caller: null, ("Idempotency-Key", "a-session"));
        await client.PostAsync(Sessions, draft, caller: null, ("Idempotency-Key", "a-session"));
        await client.PostAsync(Sessions, """{"keyId":"none","secret":"none"}""", caller: null);
        await client.PostAsync(Sessions, draft, caller: null, ("Sec-Fetch-Site", "cross-site"));
        await client.DeleteAsync($"{Sessions}/current", caller: null);
        await client.DeleteAsync($"{Sessions}/current", caller: null, ("Sec-Fetch-Site", "same-site"));
    }
}
