using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Api.Tests.Schedules;

/// <summary>Every answer about schedules and their firings.</summary>
public sealed class ScheduleScenario : IScenario
{
    public const string Draft = """{"cron":"0 30 2 * * ?","timeZone":"Europe/Berlin","stateMachine":"SettlementBatch","input":{"due":"<schedule.dueTime>"},"description":"Nightly"}""";

    private const string At = "/api/v1/schedules/nightly";
    private const string Nowhere = "/api/v1/schedules/none";

    private static readonly (string, string) Any = ("If-Match", "*");
    private static readonly (string, string) Outdated = ("If-Match", "\"9999\"");
    private static readonly string Author = RestClient.Caller("ann", Roles.Author);

    public async Task RunAsync(RestServer server)
    {
        await server.Service<ScheduleService>().SeedAsync();
        await PutAsync(server.Client);
        await RunScheduleAsync(server);
        await server.Client.GetAsync("/api/v1/schedules");
        await server.Client.GetAsync(At);
        await server.Client.GetAsync(Nowhere);
        await DeleteAsync(server.Client);
    }

    /// <summary>Asks for a schedule to be made or changed.</summary>
    public static Task<RestAnswer> PutAsync(RestClient client, string path, string draft, params (string, string)[] headers) =>
        client.SendAsync(HttpMethod.Put, path, Author, new StringContent(draft, encoding: null, "application/json"), headers);

    private static async Task PutAsync(RestClient client)
    {
        await PutAsync(client, At, Draft, Any);
        await PutAsync(client, At, Draft);
        await PutAsync(client, At, Draft);
        await PutAsync(client, At, Draft, Outdated);
        await PutAsync(client, At, """{"cron":"every now and then","stateMachine":"SettlementBatch"}""", Any);
        await PutAsync(client, At, """{"cron":"0 0 3 * * ?","stateMachine":"SettlementBatch","overlap":"queue","enabled":false,"start":"2027-02-01T00:00:00+01:00"}""", Any);
        await PutAsync(client, $"/api/v1/schedules/{RestServices.Configured.Name}", Draft, Any);
    }

    private static async Task RunScheduleAsync(RestServer server)
    {
        var client = server.Client;
        var firing = await client.PostAsync($"{At}/run", "");
        await client.PostAsync($"{At}/run", "", Author, ("Idempotency-Key", "again"));
        await client.PostAsync($"{At}/run", "", Author, ("Idempotency-Key", "again"));
        server.Service<FakeFiringTarget>().Refusal = "There is no such machine.";
        await client.PostAsync($"{At}/run", "");
        server.Service<FakeFiringTarget>().Refusal = null;
        await client.PostAsync($"{Nowhere}/run", "");
        await client.GetAsync(firing.Header("Location")!);
        await client.GetAsync($"{At}/firings/none");
        var page = await client.GetAsync($"{At}/firings?limit=1");
        await client.GetAsync(page.Header("Link")!.Split('<', '>')[1]);
        await client.GetAsync($"{At}/firings?cursor=made-up");
        await client.GetAsync($"{Nowhere}/firings");
    }

    private static async Task DeleteAsync(RestClient client)
    {
        await client.DeleteAsync(At, Author);
        await client.DeleteAsync(At, Author, Outdated);
        await client.DeleteAsync(Nowhere, Author, Any);
        await client.DeleteAsync($"/api/v1/schedules/{RestServices.Configured.Name}", Author, Any);
        await client.DeleteAsync(At, Author, Any);
    }
}
