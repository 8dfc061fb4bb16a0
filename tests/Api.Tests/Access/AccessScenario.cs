using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>Every answer about API keys and the audit journal.</summary>
public sealed class AccessScenario : IScenario
{
    private const string Keys = "/api/v1/keys";

    public async Task RunAsync(RestServer server)
    {
        await AskForKeysAsync(server.Client);
        for (var i = 0; i < 3; i++)
        {
            await server.Service<IAuditJournal>().AppendAsync(new AuditEntry { Time = server.Time.Now, Who = "root", Action = "POST /api/v1/keys", Status = 201, Outcome = "ok" });
        }

        var page = await server.Client.GetAsync("/api/v1/audit?limit=2&who=root&action=POST&outcome=ok&since=2027-01-01T00:00:00Z", RestClient.Admin);
        await server.Client.GetAsync(page.Header("Link")!.Split('<', '>')[1], RestClient.Admin);
        await server.Client.GetAsync("/api/v1/audit?cursor=made-up", RestClient.Admin);
        await server.Client.GetAsync("/api/v1/audit/verification", RestClient.Admin);
    }

    private static async Task AskForKeysAsync(RestClient client)
    {
        var key = await client.PostAsync(Keys, """{"owner":"ada","roles":["operator","viewer"],"expires":"2028-01-01T00:00:00Z"}""", RestClient.Admin);
        var at = key.Header("Location")!;
        await client.PostAsync(Keys, """{"owner":"ada","roles":[],"expires":"2020-01-01T00:00:00Z"}""", RestClient.Admin);
        await client.PostAsync(Keys, """{"owner":"ada","roles":[]}""", RestClient.Admin, ("Idempotency-Key", "a-secret"));
        await client.PostAsync(Keys, """{"owner":"ada","roles":[]}""", RestClient.Admin, ("Idempotency-Key", "a-secret"));
        await client.GetAsync(Keys, RestClient.Admin);
        await client.GetAsync(at, RestClient.Admin);
        await client.GetAsync($"{Keys}/none", RestClient.Admin);
        await client.PostAsync($"{at}/rotate", """{"graceSeconds":60}""", RestClient.Admin, ("Idempotency-Key", "another-secret"));
        await client.PostAsync($"{at}/rotate", """{"graceSeconds":60}""", RestClient.Admin, ("Idempotency-Key", "another-secret"));
        await client.PostAsync($"{Keys}/none/rotate", "{}", RestClient.Admin);
        await client.DeleteAsync(at, RestClient.Admin);
        await client.DeleteAsync($"{Keys}/none", RestClient.Admin);
        await client.PostAsync($"{at}/rotate", "{}", RestClient.Admin);
    }
}
