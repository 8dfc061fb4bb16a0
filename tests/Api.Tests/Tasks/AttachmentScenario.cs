using TaskOrchestration.Api.Tasks.Attachments;
using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;

namespace TaskOrchestration.Api.Tests.Tasks;

/// <summary>Every answer about attachments.</summary>
public sealed class AttachmentScenario : IScenario
{
    public async Task RunAsync(RestServer server)
    {
        var client = server.Client;
        var task = await client.PostAsync("/api/v1/purchases", TaskSubmissions.Purchase);
        var all = $"{task.Header("Location")}/attachments";
        var one = $"{all}/a.txt";
        byte[] content = [.. "0123456789"u8];

        await client.PutAsync(one, content, "text/plain");
        await client.PutAsync(one, content, "text/plain", RestClient.Operator, ("If-None-Match", "*"));
        await client.PutAsync(one, content, "text/plain");
        await client.PutAsync(one, content, "text/html");
        await client.PutAsync(one, content, "text/plain", RestClient.Operator, ("Content-Digest", "sha-256=:AAAA:"));
        await client.PutAsync($"{TaskScenario.Nowhere}/attachments/a.txt", content, "text/plain");
        await AskTooMuchAsync(server, all, content);
        await client.GetAsync(all);
        await client.GetAsync($"{TaskScenario.Nowhere}/attachments");
        await client.GetAsync($"{one}/versions");
        await client.GetAsync($"{all}/b.txt/versions");
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            await client.SendAsync(method, one, RestClient.Operator, content: null);
            await client.SendAsync(method, one, RestClient.Operator, content: null, ("Range", "bytes=2-3"));
            await client.SendAsync(method, one, RestClient.Operator, content: null, ("Range", "bytes=20-30"));
            await client.SendAsync(method, one, RestClient.Operator, content: null, ("If-None-Match", "*"));
            await client.SendAsync(method, one, RestClient.Operator, content: null, ("If-Match", "\"another\""));
            await client.SendAsync(method, $"{all}/b.txt", RestClient.Operator, content: null);
        }

        await client.DeleteAsync(one, RestClient.Operator, ("If-Match", "\"another\""));
        await client.DeleteAsync(one);
        await client.DeleteAsync(one);
    }

    private static async Task AskTooMuchAsync(RestServer server, string all, byte[] content)
    {
        var options = server.Service<AttachmentOptions>();
        var (bytes, count) = (options.MaximumBytes, options.MaximumCount);
        options.MaximumBytes = content.Length - 1;
        await server.Client.PutAsync($"{all}/c.txt", content, "text/plain");
        options.MaximumBytes = bytes;
        options.MaximumCount = 1;
        await server.Client.PutAsync($"{all}/c.txt", content, "text/plain");
        options.MaximumCount = count;
    }
}
